import type { Entry } from '../entry.ts'

const OFFICIALS =
  '干部|公务员|公职人员|领导|国家工作人员|工作人员|机关|依法行政|法治政府|党员|两委|班子|法治建设|法治专题'

export const LEADERSHIP: readonly Entry[] = [
  {
    code: 'leadership.study_sessions',
    topic: 'leadership',
    unit: 'time',
    alsoUnits: '次会议',
    notUnits: '批|批次|班|班次',
    zh: '领导干部学法次数',
    definition: { zh: '领导干部学法的次数。', en: 'Sessions in which the leadership studied law.' },
    rules: [
      {
        says: [
          '学法|集体学法|会前学法|法治学习|法治专题学习|法治思想|学习宪法|学习民法典|学习法律|法治类学习|专题学法|法律学习|法治专题|法治内容|法治主题|法律知识学习',
        ],
        unless:
          '考试|培训班|宣传|人次|村民|群众|学生|中小学|专题培训|研讨班|宣讲|会议研究|专题会议|研究|听取|审议|网络学法|轮训|听取|讲座',
      },
      {
        titles: true,
        says: ['学习|研学', '法治思想|宪法|民法典|处罚法|许可法|复议法|诉讼法|行政法|监察法'],
        unless: '考试|培训|宣传|人次|群众|学生|宣讲|人员|干部职工参加',
      },
      { about: ['study'], says: ['学习|解读|研讨|学法|授课|讲法'], unless: '考试|培训|宣传|人次|群众|学生|形成|心得' },
      {
        says: ['中心组|常务会|党组会|党工委会|办公会|党委会', '学法|法治|法律|法规|宪法|民法典'],
        unless: '考试|培训班|宣传|审议|研究|听取|汇报|合法性|专题会|例会|工作会',
      },
    ],
    examples: [
      '组织政府常务会议集体学法【6次】',
      '理论学习中心组开展法治专题学习【4次】',
      '落实会前学法制度,全年学法【12次】',
      '党组会学习习近平法治思想【5次】',
    ],
    nearMisses: ['中心组集中学习【15次】', '参加学法考试【860人】', '开展法治宣传活动【12次】'],
  },
  {
    code: 'leadership.seminars',
    topic: 'leadership',
    unit: 'time',
    alsoUnits: '个|场(次)|期次',
    zh: '专题研讨培训次数',
    definition: {
      zh: '面向干部的专题研讨、培训、讲座。',
      en: 'Seminars, trainings or thematic lectures for officials.',
    },
    rules: [
      {
        says: [
          '培训|研讨班|专题研讨|轮训|专题讲座|法治讲座|专题辅导|法治课|授课|培训班|法治讲堂|大讲堂|法律讲座|专题班',
          OFFICIALS,
        ],
        unless:
          '群众|学生|学校|村民|企业|调解员|人次|疫情|防疫|普法宣传|居民|法律明白人|青少年|网格员|宣传活动|培训机构|执法人员',
      },
      {
        says: [
          '法治培训|专题培训|专题授课|法律知识培训|法律培训|法律法规培训|法治专题培训|依法行政培训|法治能力|法治培训班|专题研讨班|依法行政专题',
        ],
        unless: '群众|学生|学校|村民|企业|调解员|人次|疫情|居民|法律明白人|执法人员',
      },
      { says: ['专题法治讲座|法治专题讲座'], unless: '群众|学生|学校|村民|企业' },
      { about: ['study'], says: ['讲座|专题辅导|专题研讨'], unless: '群众|学生|学校|村民|企业|人次' },
    ],
    examples: ['举办领导干部法治专题培训【3期】', '开展依法行政专题讲座【4场】', '组织机关干部上法治课【2场】'],
    nearMisses: [
      '培训执法人员【320人次】',
      '举办行政执法人员培训班【5期】',
      '进校园开展法治讲座【40场】',
      '集体学法【6次】',
    ],
  },
  {
    code: 'leadership.exam_takers',
    topic: 'leadership',
    unit: 'person',
    zh: '学法考试人数',
    definition: { zh: '参加学法考试的干部人数。', en: 'Officials sitting law exams.' },
    rules: [
      {
        says: ['学法|法律知识|法治|普法|宪法|无纸化|国家工作人员|公职人员|法律|党内法规', '考试|测试|考核|参考|考法'],
        unless: '行政执法|执法证|执法资格|执法人员|率|律师|学生|法律职业',
      },
    ],
    examples: [
      '组织国家工作人员学法考试【2984人】',
      '【860名】公职人员参加法律知识测试',
      '参加年度学法用法考试【1260人次】',
    ],
    nearMisses: ['参加行政执法资格考试【234人】', '学法考试合格率【100%】'],
  },
  {
    code: 'leadership.documents',
    topic: 'leadership',
    unit: 'document',
    alsoUnits: '条',
    notUnits: '张|本|册|套|封',
    zh: '法治工作文件数',
    definition: { zh: '印发的法治工作文件或机制。', en: 'Guiding documents or mechanisms issued on rule of law.' },
    rules: [
      {
        titles: true,
        says: [
          '法治|依法治|依法行政|普法|合法性审查|执法',
          '制定|印发|出台|修订|下发|建立|完善|制订|起草',
          '文件|制度|方案|机制|办法|要点|规划|细则|意见|规定|指引',
        ],
        unless:
          '规范性文件|宣传|合同|整改|案件|法律意见|调解|复议|审查意见|行政处罚|处罚决定|会议|汇编|法律顾问|征求|议题|规章|条例|执法监督意见|裁量',
      },
    ],
    examples: ['制定出台法治政府建设配套文件【6份】', '印发依法行政工作制度【4项】', '建立完善法治建设工作机制【3项】'],
    nearMisses: ['制定规范性文件【6件】', '出具法律意见【6份】'],
  },
  {
    code: 'leadership.projects',
    topic: 'leadership',
    unit: 'item',
    notUnits: '篇|份|期|则|条',
    zh: '法治为民实事项目数',
    definition: { zh: '完成的法治为民实事项目。', en: 'Rule-of-law projects for the people completed.' },
    rules: [
      { says: ['法治为民|为民办实事|为民实事|法治惠民|法治实事|法治民生|民生实事|实事项目'], unless: '资金|投入|率' },
    ],
    examples: ['完成法治为民办实事项目【10项】', '推进【6个】法治惠民实事项目'],
    nearMisses: ['法治为民实事项目完成率【100%】'],
  },
]
