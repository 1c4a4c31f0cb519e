import type { Entry } from '../entry.ts'

export const OVERSIGHT: readonly Entry[] = [
  {
    code: 'disclosure.proactive',
    topic: 'oversight',
    unit: 'item',
    alsoUnits: '条信息',
    notUnits: '项|期',
    zh: '主动公开政府信息数',
    definition: { zh: '主动公开的政府信息。', en: 'Government information items published proactively.' },
    rules: [
      {
        says: [
          '主动公开|公开政府信息|发布政府信息|公开政务信息|发布政务信息|公开各类信息|公开各类政府信息|政府信息公开|公开信息|政务公开信息',
        ],
        unless:
          '依申请|申请公开|信息公开申请|引发|复议|诉讼|解读|行政处罚|许可|检查|推送|普法|答复|案件|目录|指南|领域|专栏',
      },
      {
        about: ['disclosure'],
        says: ['公开|发布|更新|公布'],
        unless:
          '依申请|申请公开|信息公开申请|引发|复议|诉讼|解读|处罚|许可|检查|普法|答复|案件|事项|目录|指南|专栏|文件|标准|领域|微信|公众号|微博|清单|规范性',
      },
    ],
    examples: [
      '主动公开政府信息【3278条】',
      '通过门户网站发布政务信息【1260条】',
      '主动公开各类信息【860篇】',
      '政府网站公开发布信息【420条】',
    ],
    nearMisses: ['办理依申请公开【16件】', '发布政策解读【12篇】', '公示行政处罚信息【300条】'],
  },
  {
    code: 'disclosure.on_request',
    topic: 'oversight',
    unit: 'item',
    alsoUnits: '次|例',
    zh: '依申请公开数',
    definition: { zh: '政府信息公开申请及其答复。', en: 'Requests for information, or answers to them.' },
    rules: [
      {
        says: ['依申请公开|依申请|申请公开|信息公开申请|政府信息申请|公开申请'],
        unless: '依申请事项|依申请政务|依申请服务|依申请办理|依申请六|依申请类|诉讼|复议|率|依申请行政',
      },
      { about: ['disclosure'], says: ['申请', '收到|受理|答复|办理'], unless: '复议|诉讼|率' },
      { about: ['disclosure'], says: ['答复'], unless: '审查|复议|诉讼|率|信箱|留言|热线|建议|提案|来信|网民|咨询' },
    ],
    examples: ['受理依申请公开【16件】', '答复政府信息公开申请【42件】', '办理信息公开申请【9宗】'],
    nearMisses: ['梳理依申请事项【160项】', '主动公开政府信息【16条】'],
  },
  {
    code: 'disclosure.interpretations',
    topic: 'oversight',
    unit: 'item',
    alsoUnits: '次|场',
    zh: '政策解读数',
    definition: { zh: '发布的政策解读。', en: 'Policy interpretations published.' },
    rules: [
      {
        says: ['政策解读|解读材料|解读文件|解读稿|图文解读|解读信息|文件解读'],
        unless: '学法|法律法规|专家|培训|民法典|宪法|讲座|条例|率|宣讲',
      },
      {
        about: ['disclosure'],
        says: ['解读'],
        unless: '学法|法律法规|专家|培训|民法典|宪法|讲座|条例|率|宣讲|法律问题',
      },
    ],
    examples: ['发布政策解读【26篇】', '制作图文解读材料【18份】', '主动公开信息【860条】,政策解读【12条】'],
    nearMisses: ['邀请专家解读民法典【3次】'],
  },
  {
    code: 'disclosure.mailbox_replies',
    topic: 'oversight',
    unit: 'case',
    alsoUnits: '封|条|次|项',
    zh: '领导信箱答复数',
    definition: { zh: '领导信箱、网民留言的答复。', en: "Letters answered by the head's mailbox." },
    rules: [
      {
        says: [
          '书记信箱|县长信箱|区长信箱|市长信箱|局长信箱|镇长信箱|领导信箱|信箱|留言|领导留言板|网民来信|网上咨询|咨询留言|问政',
        ],
        unless: '率|检举|举报箱|举报信箱',
      },
    ],
    examples: ['答复区长信箱来信【86封】', '办理领导留言板留言【120条】', '县长信箱受理答复【42件】'],
    nearMisses: ['信箱答复率【100%】', '设置举报箱【20个】'],
  },
  {
    code: 'oversight.proposals',
    topic: 'oversight',
    unit: 'case',
    alsoUnits: '条|项|份|次',
    parts:
      '人大代表议案建议|人大代表建议议案|人大议案建议|人大代表建议|人大建议|代表建议|人大议案|议案|政协委员提案|政协提案|委员提案|提案',
    zh: '议案建议提案办理数',
    definition: {
      zh: '办理的人大议案、建议和政协提案。',
      en: "Motions of the people's congress and CPPCC proposals handled.",
    },
    rules: [
      {
        about: ['proposals'],
        says: ['办理|承办|答复|办结|收到|接办|建议|提案|议案|回复|办复|人大|政协'],
        unless: '率|满意|代表视察|调研|座谈|走访|会议|邀请|监督检查',
      },
    ],
    examples: ['办理人大建议和政协提案【100件】', '承办人大代表建议【32件】、政协提案【45件】', '办结代表建议【12件】'],
    nearMisses: ['建议提案答复率【100%】', '审计提出建议【22条】'],
  },
  {
    code: 'oversight.proposal_reply_rate',
    topic: 'oversight',
    unit: 'percent',
    zh: '议案建议提案答复率',
    definition: { zh: '人大议案、建议和政协提案的答复率。', en: 'Reply rate for the same.' },
    rules: [
      {
        about: ['proposals'],
        says: ['答复率|办复率|办结率|回复率|办理率|答复|按时|按期|按时办结|办结'],
        unless: '答复满意|办理满意|办结满意|满意度|同比|采纳',
      },
    ],
    examples: ['人大建议、政协提案答复率【100%】', '办理建议提案【100件】,办结率【100%】'],
    nearMisses: ['建议提案办理满意率【98%】', '信访答复率【100%】'],
  },
  {
    code: 'oversight.audits',
    topic: 'oversight',
    unit: 'organisation',
    alsoUnits: '项',
    zh: '审计单位数',
    definition: { zh: '审计(调查)的单位。', en: 'Bodies audited.' },
    rules: [
      {
        says: ['审计', '单位|部门|项目|村|完成|实施|开展|对象'],
        unless: '报告|建议|意见|问题|整改|资金|制度|人员|督察|接受',
      },
    ],
    examples: ['完成审计单位【8个】', '对【12个】单位开展经济责任审计', '实施审计项目【16个】'],
    nearMisses: ['出具审计报告【11份】', '审计发现问题【80个】'],
  },
  {
    code: 'oversight.audit_reports',
    topic: 'oversight',
    unit: 'document',
    notUnits: '项|部',
    zh: '审计报告数',
    definition: { zh: '出具的审计报告。', en: 'Audit reports.' },
    rules: [
      { says: ['审计报告|审计调查报告|审计结果报告|审计专报|审计信息'], unless: '建议|审计人员' },
      { about: ['audit'], says: ['报告'], unless: '建议' },
    ],
    examples: ['出具审计报告【11份】', '完成审计单位【8个】,提交报告【9篇】'],
    nearMisses: ['完成审计单位【8个】', '提出审计建议【22条】'],
  },
  {
    code: 'oversight.audit_suggestions',
    topic: 'oversight',
    unit: 'item',
    zh: '审计建议数',
    definition: { zh: '审计提出的建议。', en: 'Audit suggestions.' },
    rules: [{ about: ['audit'], says: ['建议|意见'], unless: '人大|政协|征求|采纳率|法律' }],
    examples: ['审计提出建议【22条】', '出具审计报告【11份】,提出意见建议【36条】'],
    nearMisses: ['出具审计报告【11份】', '法治督察提出建议【22条】'],
  },
  {
    code: 'oversight.inspections',
    topic: 'oversight',
    unit: 'time',
    alsoUnits: '项',
    leads: 'supervision',
    zh: '法治督察次数',
    definition: {
      zh: '法治督察或行政执法监督的次数。',
      en: 'Rule-of-law inspections or enforcement supervision rounds.',
    },
    rules: [
      {
        says: [
          '法治督察|法治督查|执法监督|案卷评查|执法督查|执法督察|行政执法专项督查|专项监督|执法监督检查|法治建设督察|法治专项督察|法治政府建设督察|依法行政考评|依法行政考核|执法案卷|依法治区督察|依法治县督察|依法治市督察|法治政府督察|实地督察|法治建设考核|案卷集中评查|执法评议|执法专项监督|执法监督专项',
        ],
        unless: '意见|建议|通知书|文书|问题|人员|整改|反馈|单位|卷宗|案卷评查案|培训|会议|监督员|份',
      },
    ],
    examples: [
      '开展法治督察【3次】',
      '组织行政执法监督检查【5轮】',
      '开展行政执法案卷评查【2次】',
      '开展行政执法专项督查【1次】',
    ],
    nearMisses: ['发出行政执法监督意见书【3份】', '开展执法检查【30次】', '评查案卷【120份】'],
  },
  {
    code: 'oversight.feedback_documents',
    topic: 'oversight',
    unit: 'document',
    notUnits: '个|项|张|本|部',
    zh: '督察反馈文书数',
    definition: { zh: '督察、评查后的反馈、通报、整改文书。', en: 'Feedback documents of such inspections.' },
    rules: [
      {
        about: ['supervision'],
        says: [
          '反馈意见|反馈|通报|整改通知|督办函|督察报告|督察意见|督办单|提示函|整改函|督察专报|督察反馈|整改建议书|建议函|督察建议书',
        ],
        unless: '执法监督意见书|问题|问题清单|案卷数',
      },
    ],
    examples: ['开展法治督察【3次】,印发反馈意见【6份】', '法治督察下发整改通知【12份】'],
    nearMisses: ['开展法治督察【3次】', '法治督察反馈问题【36个】'],
  },
  {
    code: 'oversight.suggestions',
    topic: 'oversight',
    unit: 'item',
    notUnits: '件|份|宗|起|篇',
    zh: '督察意见建议数',
    definition: { zh: '督察提出的意见建议。', en: 'Suggestions made by such inspections.' },
    rules: [{ about: ['supervision'], says: ['建议|意见'], unless: '反馈问题|意见书|人大|政协|审计|征求' }],
    examples: ['法治督察提出意见建议【42条】', '开展执法案卷评查【2次】,提出整改建议【36条】'],
    nearMisses: ['审计提出建议【22条】', '发出行政执法监督意见书【6份】'],
  },
  {
    code: 'oversight.discipline_cases',
    topic: 'oversight',
    unit: 'case',
    zh: '违纪违法立案数',
    definition: { zh: '违纪违法立案的案件。', en: 'Discipline cases opened.' },
    rules: [
      { says: ['立案审查|立案审查调查'], unless: '结案|办结|行政处罚' },

      {
        about: ['discipline'],
        says: ['立案|查处|立案查处|立案审查|查办|案件'],
        unless: '结案|办结|线索|通报|审结|处分|典型|移送|谈话|行政处罚',
      },
    ],
    examples: ['立案查处违纪违法案件【46宗】', '纪检监察机关立案审查调查【12件】', '查处党风廉政案件【5起】'],
    nearMisses: ['违纪违法案件结案【46宗】', '行政执法立案【46宗】'],
  },
  {
    code: 'oversight.discipline_closed',
    topic: 'oversight',
    unit: 'case',
    zh: '违纪违法结案数',
    definition: { zh: '违纪违法结案的案件。', en: 'Discipline cases closed.' },
    rules: [{ about: ['discipline'], says: ['结案|审结|办结'], unless: '率|未结|线索' }],
    examples: ['立案查处违纪违法案件【46宗】,已结案【40宗】', '纪检监察机关办结案件【12件】'],
    nearMisses: ['立案查处违纪违法案件【46宗】'],
  },
]
