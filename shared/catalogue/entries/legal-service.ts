import type { Entry } from '../entry.ts'

const ADVISER_OF_VILLAGE = ['villageAdvisers'] as const

export const LEGAL_SERVICE: readonly Entry[] = [
  {
    code: 'legal_service.stations',
    topic: 'legal_service',
    unit: 'organisation',
    notUnits: '支|户|村',
    zh: '公共法律服务站室数',
    definition: { zh: '公共法律服务中心、站、室。', en: 'Public legal service stations or rooms.' },
    rules: [
      {
        says: ['公共法律服务|法律服务站|法律服务工作|法律服务室|法律服务中心|法律服务点', '站|室|中心|点|平台|实体'],
        unless: '提供|解答|接待|援助服务|人次|律师事务所|法律援助案|办理|微信群|服务群|受理',
      },
      {
        about: ['legalService'],
        says: ['工作站|工作室|服务站|服务室|服务点'],
        unless: '提供|接待|解答|援助|调解|办理|受理|警务',
      },
    ],
    examples: [
      '建成公共法律服务站【18个】',
      '建成【8个】街道公共法律服务工作站',
      '建成公共法律服务中心【1个】、工作室【86个】',
    ],
    nearMisses: ['公共法律服务站提供法律服务【459件次】', '设立法律援助工作站【6个】'],
  },
  {
    code: 'legal_service.services',
    topic: 'legal_service',
    unit: 'case',
    alsoUnits: '次|人次|人/次|场次',
    notUnits: '个',
    leads: 'legalService',
    zh: '公共法律服务件次',
    definition: { zh: '提供的公共法律服务总件次。', en: 'Legal services given, total.' },
    rules: [
      {
        says: ['法律服务', '提供|开展|服务|办理|共|各类|受理|累计'],
        unless:
          '村居法律顾问|法律顾问|村居律师|咨询|援助|站室|律师事务所|志愿|文书|调解|企业|体检|宣传|讲座|活动|热线|工作者|自助|终端',
      },
      {
        about: ['legalService'],
        says: ['服务群众|服务人次|服务'],
        unless: '自助|终端|站|室|咨询|援助|企业|文书|调解|热线|讲座|活动|中心|平台|顾问',
      },
    ],
    examples: [
      '公共法律服务中心提供法律服务【4590件次】',
      '累计办理公共法律服务事项【1.2万件】',
      '为群众提供各类法律服务【860次】',
    ],
    nearMisses: ['村居法律顾问提供法律服务【386件】', '建成公共法律服务站【18个】', '解答法律咨询【310人次】'],
  },
  {
    code: 'legal_service.consultations',
    topic: 'legal_service',
    unit: 'person',
    alsoUnits: '件次|次|件|条|件/次|宗|个|起',
    notUnits: '名|位|人员|名同志|名人员',
    zh: '法律咨询人次',
    definition: { zh: '解答的法律咨询。', en: 'Legal consultations given.' },
    rules: [
      {
        says: [
          '法律咨询|法律援助咨询|咨询服务|解答咨询|解答群众咨询|来电来访咨询|咨询',
          '法律|法援|律师|公共法律|12348|解答|接待|提供',
        ],
        unless: '宣传活动|政策咨询|复议|心理|意见|工单|政务|委员|专家|企业咨询|网上咨询',
      },
      { says: ['12348', '接听|来电|接待|受理|解答|咨询'], unless: '率|满意|值班|律师人数' },
      { about: ['legalService', 'legalAid'], says: ['咨询|答疑|解答'], unless: '宣传活动|政策咨询|复议|意见' },
    ],
    examples: [
      '提供法律咨询【875人次】',
      '法律援助中心解答来电来访咨询【3200人次】',
      '公共法律服务站提供法律服务【459件次】,其中法律咨询【310件次】',
    ],
    nearMisses: ['开展普法宣传活动【6场】,接待咨询【210人次】', '出具法律咨询意见【86份】'],
  },
  {
    code: 'legal_service.documents_drafted',
    topic: 'legal_service',
    unit: 'document',
    alsoUnits: '次|人次|宗|件次',
    notUnits: '项|部|个',
    zh: '代写法律文书数',
    definition: { zh: '免费代写的法律文书。', en: 'Legal documents drafted free of charge.' },
    rules: [
      {
        says: ['代写|代拟|代书|起草|撰写|代笔', '文书|诉状|起诉状|材料|申请书'],
        unless: '规范性文件|合同|公文|合法性',
      },
    ],
    examples: ['代写法律文书【86份】', '免费代书起诉状等文书【42件】'],
    nearMisses: ['出具法律意见书【86份】', '起草合同【12份】'],
  },
  {
    code: 'legal_service.village_advisers',
    topic: 'legal_service',
    unit: 'person',
    notUnits: '人次|人/次|个',
    leads: 'villageAdvisers',
    zh: '村居法律顾问人数',
    definition: { zh: '服务村居的法律顾问人数。', en: 'Legal advisers serving villages and communities.' },
    rules: [
      { about: ADVISER_OF_VILLAGE, says: ['法律顾问|律师|顾问|聘请|选派|配备|担任'], unless: '培训' },
      { says: ['村|社区|居', '法律顾问|律师'], unless: '培训|志愿|居民' },
    ],
    examples: [
      '选派村(社区)法律顾问【21名】',
      '【36名】律师担任村居法律顾问',
      '落实一村一法律顾问制度,聘请律师【18名】',
    ],
    nearMisses: ['聘请政府法律顾问【6名】', '村居法律顾问解答咨询【386人次】'],
  },
  {
    code: 'legal_service.village_services',
    topic: 'legal_service',
    unit: 'case',
    alsoUnits: '次|人次|场次|场',
    notUnits: '个',
    zh: '村居法律顾问服务件次',
    definition: { zh: '村居法律顾问提供的法律服务。', en: 'Services given by village and community advisers.' },
    rules: [
      {
        about: ADVISER_OF_VILLAGE,
        says: ['法律服务|提供服务|服务|咨询|法律咨询|意见'],
        unless: '讲座|法治课|宣传活动|调解|普法',
      },
      { says: ['村|社区|居', '法律顾问|律师', '服务|咨询'], unless: '讲座|法治课|宣传活动|调解|普法' },
    ],
    examples: [
      '各村居法律顾问提供法律服务【386件次】',
      '村(社区)法律顾问解答咨询、提供法律服务【588次】',
      '选派村(社区)法律顾问【21名】,为群众提供法律服务【420人次】',
    ],
    nearMisses: ['公共法律服务站提供法律服务【459件次】', '村居法律顾问开展普法讲座【88场】'],
  },
  {
    code: 'legal_aid.cases',
    topic: 'legal_service',
    unit: 'case',
    notUnits: '个|笔|单',
    zh: '法律援助案件数',
    definition: { zh: '办理的法律援助案件。', en: 'Legal aid cases handled, total.' },
    rules: [
      {
        about: ['legalAid'],
        says: ['案件|办理|受理|承办|指派|审批|批准|法律援助|民事|行政|案'],
        unless:
          '刑事|咨询|率|金额|工作站|律师库|认罪认罚|代书|文书|质量|评查|辩护|回访|讲座|宣传|劳动|服务点|联络点|站',
      },
    ],
    examples: [
      '办理法律援助案件【1042件】',
      '法律援助中心受理案件【210宗】',
      '为【12案】当事人办理法律援助',
      '指派法律援助案件【320件】',
    ],
    nearMisses: ['办理刑事法律援助案件【533件】', '法律援助咨询【1042人次】', '设立法律援助工作站【12个】'],
  },
  {
    code: 'legal_aid.criminal_cases',
    topic: 'legal_service',
    unit: 'case',
    zh: '刑事法律援助案件数',
    definition: { zh: '刑事法律援助案件。', en: 'Criminal legal aid cases.' },
    rules: [
      { about: ['legalAid'], says: ['刑事|辩护|认罪认罚|值班律师'], unless: '咨询|率|人次|法律帮助|破获|侦破|立案' },
      { says: ['刑事法律援助|刑事辩护全覆盖|刑事案件律师辩护'], unless: '率' },
    ],
    examples: [
      '办理刑事法律援助案件【533件】',
      '办理法律援助案件【1042件】,其中刑事案件【533件】',
      '法律援助机构指派刑事辩护【86件】',
    ],
    nearMisses: ['办理法律援助案件【1042件】', '破获刑事案件【86起】'],
  },
  {
    code: 'legal_aid.beneficiaries',
    topic: 'legal_service',
    unit: 'person',
    zh: '法律援助受援人数',
    definition: { zh: '获得法律援助的人数。', en: 'Persons given legal aid.' },
    rules: [
      {
        about: ['legalAid'],
        says: ['受援|援助|工人|农民工|群众|对象|当事人|惠及|受益|服务|帮助|弱势'],
        unless: '咨询|律师|志愿|工作人员|培训|宣传|认罪认罚|接待',
      },
    ],
    examples: ['法律援助受援人【860人】', '为【51名】工人提供法律援助', '办理法律援助案件【320件】,惠及群众【460人】'],
    nearMisses: ['法律援助咨询【860人次】', '法律援助律师【32名】'],
  },
  {
    code: 'correction.admitted',
    topic: 'legal_service',
    unit: 'person',
    alsoUnits: '例|件',
    zh: '社区矫正接收人数',
    definition: { zh: '接收的社区矫正对象。', en: 'Persons admitted to community correction.' },
    rules: [
      {
        about: ['correction'],
        says: ['接收|新收|新增|入矫|纳入|新接收|接管|列管|纳管'],
        unless: '解除|解矫|在册|率|撤销|收监|调查评估',
      },
    ],
    examples: ['接收社区矫正对象【21名】', '新入矫对象【36人】', '累计接收社区矫正人员【860人】'],
    nearMisses: ['解除社区矫正【17名】', '社区矫正在册对象【26名】'],
  },
  {
    code: 'correction.released',
    topic: 'legal_service',
    unit: 'person',
    alsoUnits: '例|件',
    zh: '社区矫正解除人数',
    definition: { zh: '解除社区矫正的人数。', en: 'Persons released from community correction.' },
    rules: [
      { about: ['correction'], says: ['解除|解矫|期满|期满解除|解教'], unless: '撤销|收监|终止|在册|率|安置帮教' },
    ],
    examples: ['接收社区矫正对象【21名】,期满解除【17名】', '解除社区矫正【860人】', '累计解矫【320名】社区矫正对象'],
    nearMisses: ['撤销缓刑终止社区矫正【1人】', '接收社区矫正对象【21名】'],
  },
  {
    code: 'correction.current',
    topic: 'legal_service',
    unit: 'person',
    alsoUnits: '例',
    zh: '社区矫正在册人数',
    definition: { zh: '在册的社区矫正对象。', en: 'Persons currently in community correction.' },
    rules: [
      {
        about: ['correction'],
        says: ['在册|在矫|在管|现有|在列|目前|管理|监管|实有'],
        unless: '解除|解矫|接收|累计|新增|撤销|收监|安置帮教|刑满',
      },
      {
        about: ['correction'],
        named: true,
        says: ['社区矫正对象|矫正对象|社区矫正人员|社矫对象'],
        unless:
          '解除|解矫|接收|累计|新增|撤销|收监|终止|培训|教育|学习|调查|评估|走访|开展|谈话|组织|警告|训诫|入矫|参加|公益',
      },
    ],
    examples: [
      '在册社区矫正对象【26名】',
      '接收社区矫正对象【21名】,解除【17名】,现有在册【26名】',
      '目前在矫人员【86人】,均纳入社区矫正管理',
    ],
    nearMisses: ['解除社区矫正【17名】', '组织社区矫正对象集中学习【86人次】'],
  },
  {
    code: 'enterprise.legal_checkups',
    topic: 'legal_service',
    unit: 'organisation',
    alsoUnits: '次|场次|场|家次|件',
    zh: '企业法治体检数',
    definition: { zh: '接受法治体检的企业。', en: 'Firms given a legal check-up.' },
    rules: [
      {
        says: ['法律风险排查|体检企业|法治体检|法律体检|法治“体检|法治健康体检|法律健康体检|企业体检'],
        unless: '报告|建议|问题|风险点|风险隐患',
      },
    ],
    examples: ['为【120家】企业开展法治体检', '开展企业法治体检【86次】', '民营企业“法治体检”惠及企业【230家】'],
    nearMisses: ['法治体检提出建议【86条】'],
  },
]
