import type { Entry } from '../entry.ts'

/** What enforcement works with and is held to: reviews, records, bodies, officers, powers, plans. */
export const ENFORCEMENT_MEANS: readonly Entry[] = [
  {
    code: 'enforcement.review_cases',
    topic: 'enforcement',
    unit: 'case',
    alsoUnits: '次|份|项',
    zh: '重大执法决定法制审核数',
    definition: {
      zh: '经法制审核的重大执法决定。',
      en: 'Major enforcement decisions given a legal review (法制审核).',
    },
    rules: [
      { says: ['法制审核|法核'], unless: '规范性文件|合同|决策|审核人员|机构|率|协议' },
      { says: ['重大执法决定|重大行政执法决定|重大行政处罚', '审核|审查'], unless: '人员|率' },
    ],
    examples: [
      '重大执法决定法制审核【62件】',
      '开展重大行政执法决定法制审核【18宗】',
      '落实法制审核制度,全年审核重大行政处罚【6件】',
    ],
    nearMisses: ['配备法制审核人员【12名】', '合同合法性审查【62件】'],
  },
  {
    code: 'enforcement.recorded_cases',
    topic: 'enforcement',
    unit: 'case',
    alsoUnits: '次|条|项',
    zh: '执法全过程记录案件数',
    definition: { zh: '执法全过程记录的案件。', en: 'Cases recorded end to end (全过程记录).' },
    rules: [{ says: ['全过程记录|全程记录|音像记录'], unless: '记录仪|设备|率|决策|制度建|办法' }],
    examples: ['执法全过程记录案件【210件】', '落实执法全过程记录【86宗】'],
    nearMisses: ['配备执法记录仪【86台】', '重大执法决定法制审核【62件】'],
  },
  {
    code: 'enforcement.recorders',
    topic: 'enforcement',
    unit: 'device',
    notUnits: '件|项',
    zh: '执法记录设备数',
    definition: { zh: '配备的执法记录仪等记录设备。', en: 'Recording devices issued.' },
    rules: [{ says: ['记录仪|记录设备|执法设备|执法终端|执法仪|摄录设备|执法装备|取证设备'], unless: '案件|人员' }],
    examples: ['配备执法记录仪【86台】', '购置【32部】执法记录仪', '新增移动执法终端【40套】'],
    nearMisses: ['执法全过程记录案件【210件】', '配备计算机【86台】'],
  },
  {
    code: 'enforcement.bodies',
    topic: 'enforcement',
    unit: 'organisation',
    alsoUnits: '份|张|本',
    zh: '行政执法主体数',
    definition: { zh: '行政执法主体或其资格证书。', en: 'Enforcement bodies or their qualification certificates.' },
    rules: [
      {
        says: ['执法主体|主体资格|执法机关|执法机构|执法单位|执法部门'],
        unless: '人员|检查|案卷|培训|考核|信息|评议|处罚|人证|抽查|督',
      },
    ],
    examples: ['公告行政执法主体【42个】', '审核确认全县行政执法机关【36家】', '核发行政执法主体资格证【12份】'],
    nearMisses: ['持证行政执法人员【420名】', '抽查执法单位案卷【42份】'],
  },
  {
    code: 'enforcement.officers',
    topic: 'enforcement',
    unit: 'person',
    alsoUnits: '个|张|本|份|证|件|枚',
    notUnits: '人次|人/次',
    zh: '持证行政执法人员数',
    definition: {
      zh: '持证行政执法人员,或核发、持有的执法证件。',
      en: 'Certified enforcement officers, or officer certificates issued or held.',
    },
    rules: [
      {
        says: ['执法证|执法资格证|执法证件|执法资格|执法人员证|行政执法证'],
        unless: '考试|培训|参加|应考|报考|注销|收回|记录|检查|案卷|报名|资格审查|主体',
      },
      { about: ['enforcement'], says: ['新证|换证|换发'], unless: '许可|执照|身份证|不动产|产权|率|企业|驾驶|培训' },
      { says: ['持证', '执法|人员|上岗'], unless: '考试|培训|检查|企业|律师|率' },
      {
        says: ['执法人员|执法队员|执法力量'],
        unless:
          '出动|培训|参加|考试|检查|组织|处分|违|聘|辅助|协管|被捕|开展|学习|教育|清理|注销|安排|参训|次|考核|联合|查处|抓|救|谈话|问责|记录|会议|表彰|轮训|测试|巡查|旁听|指导',
      },
    ],
    examples: [
      '现有持证行政执法人员【420名】',
      '新办理执法证【26人】',
      '发放【139个】执法证',
      '全镇取得行政执法资格【18人】',
      '换发行政执法证件【260本】',
      '全局共有行政执法人员【65名】',
    ],
    nearMisses: ['参加执法证考试【234人】', '培训执法人员【120人】', '出动执法人员【86人】'],
  },
  {
    code: 'enforcement.exam_takers',
    topic: 'enforcement',
    unit: 'person',
    zh: '执法资格考试人数',
    definition: { zh: '参加执法资格考试的人数。', en: 'Persons sitting the enforcement qualification exam.' },
    rules: [{ says: ['执法', '考试|应考|参考|报考|测试|统考'], unless: '合格|通过率|培训和|学法考试' }],
    examples: ['组织【120人】参加行政执法资格考试', '参加执法证考试【234人】', '报名行政执法资格考试【36名】'],
    nearMisses: ['组织【120人】参加行政执法培训', '参加国家工作人员学法考试【860人】'],
  },
  {
    code: 'enforcement.trained',
    topic: 'enforcement',
    unit: 'person',
    zh: '执法培训人数',
    definition: { zh: '接受执法培训的人数。', en: 'Persons trained in enforcement.' },
    rules: [
      {
        about: ['enforcement', 'supervision'],
        says: ['培训|轮训|集训|参训'],
        unless: '考试|企业|调解员|群众|学生|从业人员|明白人|网格员|干部|普法|村民|学法',
      },
      { says: ['执法', '培训|轮训|集训|参训|跟班学习|跟案学习|学习班'], unless: '考试|普法讲|企业|人民调解' },
    ],
    examples: ['组织【480人】参加行政执法培训', '行政执法人员培训【320人次】', '轮训执法人员【150名】'],
    nearMisses: ['组织【120人】参加执法证考试', '培训人民调解员【120人】', '举办执法培训班【3期】'],
  },
  {
    code: 'enforcement.delegated_powers',
    topic: 'enforcement',
    unit: 'item',
    zh: '下放或赋权执法事项数',
    definition: {
      zh: '下放、赋予乡镇街道的执法权等事项,现有总数或所称批次。',
      en: 'Powers delegated to townships or subdistricts, current total or the batch named.',
    },
    rules: [
      {
        says: [
          '下放|赋权|承接|赋予|下沉|委托|授权|移交|调整由',
          '执法|处罚|权限|权责|职权|权力|职责|事项|街道|乡镇|镇街|镇(街|县级',
        ],
        unless: '政务服务|便民服务|服务事项|审批服务|公共服务|案件|决策|回收|收回|许可事项延伸|人次|法律顾问',
      },
      {
        about: ['delegation'],
        says: ['权责清单|承接|赋权|下放|委托|第一批|第二批|行政处罚权|执法事项|处罚权|赋予'],
        unless: '政务服务|公共服务|案件|收回|取消|整合|移出|重心下移|梳理|制定',
      },
    ],
    examples: [
      '承接县级下放行政执法事项【87项】',
      '赋予乡镇行政处罚权【126项】',
      '第一批赋权镇街执法事项【102项】,第二批【65项】',
      '向街道下放行政处罚权【393项】',
    ],
    nearMisses: ['下放政务服务事项【42项】', '作出行政处罚【87件】', '公布部门权责清单【2300项】'],
  },
  {
    code: 'enforcement.joint_plans',
    topic: 'enforcement',
    unit: 'item',
    alsoUnits: '次|批|批次',
    zh: '双随机抽查计划或任务数',
    definition: { zh: '双随机抽查的计划或任务。', en: 'Double-random inspection plans or tasks.' },
    rules: [
      { says: ['双随机|随机抽查|联合抽查|部门联合|跨部门', '计划|任务'], unless: '率|户次|家' },
      { about: ['enforcement'], says: ['抽查任务|抽查计划|检查计划|检查任务'], unless: '率' },
    ],
    examples: ['制定双随机抽查计划【16项】', '完成“双随机”抽查任务【12条】', '开展跨部门联合抽查任务【8次】'],
    nearMisses: ['开展双随机抽查【86次】', '双随机抽查市场主体【320户】'],
  },
  {
    code: 'enforcement.supervision_documents',
    topic: 'oversight',
    unit: 'document',
    alsoUnits: '条',
    zh: '行政执法监督文书数',
    definition: {
      zh: '行政执法监督意见书、通知书等文书。',
      en: 'Supervision opinions or letters issued about enforcement.',
    },
    rules: [
      {
        titles: true,
        says: ['执法监督', '意见书|通知书|文书|决定书|建议书|意见|函|建议'],
        unless: '案卷评查|考试|培训',
      },
      {
        titles: true,
        about: ['supervision'],
        says: ['执法监督意见书|监督意见书|监督通知书|监督决定书|监督建议书|督办函|监督文书'],
      },
    ],
    examples: ['发出行政执法监督意见书【6份】', '制发执法监督通知书【12件】'],
    nearMisses: ['开展行政执法监督【6次】', '收到行政复议意见书【2份】'],
  },
]
