import type { Entry } from '../entry.ts'

const rules = ['rules'] as const
const REVIEWED = '合法性审查|合法性审核|合法合规审查|法律审查|法制审核|审查|审核|审阅|把关|审定|法核'

export const RULEMAKING_DECISION: readonly Entry[] = [
  {
    code: 'rules.issued',
    topic: 'rulemaking',
    unit: 'document',
    alsoUnits: '条',
    zh: '规范性文件制发数',
    definition: { zh: '制定、公布的规范性文件。', en: 'Normative documents made or published.' },
    rules: [
      {
        about: rules,
        says: ['制定|制发|出台|公布|发布|印发|颁布|规范性文件|颁行|新制定'],
        unless:
          '备案|清理|废止|审查|审核|修改|修订|失效|评估|继续有效|类|继续执行|宣布|梳理|备审|报送|报备|合法性|征求|意见|解读|起草|保留|率|规章|法规|条例|预案',
      },
    ],
    examples: [
      '全年制定行政规范性文件【12件】',
      '以县政府名义印发规范性文件【5件】',
      '公布政府规范性文件【3份】',
      '出台【6件】行政规范性文件',
    ],
    nearMisses: ['清理规范性文件【12件】', '规范性文件备案【12件】', '废止规范性文件【2件】'],
  },
  {
    code: 'rules.filed',
    topic: 'rulemaking',
    unit: 'document',
    alsoUnits: '次',
    zh: '规范性文件备案数',
    definition: { zh: '备案、报备的规范性文件。', en: 'Normative documents filed for the record.' },
    rules: [{ about: rules, says: ['备案|报备|报送|备审'], unless: '率|合同|清理' }],
    examples: ['规范性文件向上级备案【5件】', '制定规范性文件【5件】,报备【5件】', '备案审查部门规范性文件【26件】'],
    nearMisses: ['制定规范性文件【5件】', '规范性文件报备率【100%】'],
  },
  {
    code: 'rules.cleaned',
    topic: 'rulemaking',
    unit: 'document',
    alsoUnits: '条',
    zh: '规范性文件清理数',
    definition: { zh: '纳入清理的规范性文件。', en: 'Normative documents screened in a clean-up.' },
    rules: [
      { about: rules, says: ['清理|梳理|全面清查'], unless: '废止|失效|修改|修订|宣布|继续有效|继续执行|保留|次' },
    ],
    examples: ['清理规范性文件【126件】', '开展规范性文件专项清理,共梳理【38件】'],
    nearMisses: ['清理规范性文件【126件】,废止【8件】', '制定规范性文件【5件】'],
  },
  {
    code: 'rules.repealed',
    topic: 'rulemaking',
    unit: 'document',
    zh: '规范性文件废止修改数',
    definition: {
      zh: '清理中废止、失效、修改或拟修改的规范性文件。',
      en: 'Normative documents repealed, or to be changed, in a clean-up.',
    },
    rules: [{ about: rules, says: ['废止|失效|修改|修订|宣布失效'], unless: '继续有效|保留|制定' }],
    examples: [
      '清理规范性文件【126件】,废止【8件】',
      '宣布失效规范性文件【3件】',
      '清理规范性文件【38件】,拟修改【4件】',
    ],
    nearMisses: ['清理规范性文件【126件】', '清理规范性文件【126件】,继续有效【100件】'],
  },
  {
    code: 'rules.reviewed',
    topic: 'rulemaking',
    unit: 'document',
    alsoUnits: '次|件次',
    zh: '规范性文件合法性审查数',
    definition: { zh: '经合法性审查的规范性文件。', en: 'Normative documents given a legality review.' },
    rules: [{ about: rules, says: [REVIEWED], unless: '备案|合同|协议|公平竞争|决策|率|次会议|清理|意见|纠正|评估' }],
    examples: ['合法性审查规范性文件【22件】', '对规范性文件开展合法性审核【15份】', '审查行政规范性文件草案【9件】'],
    nearMisses: ['规范性文件备案审查【22件】', '审查合同【22份】', '规范性文件合法性审查率【100%】'],
  },
  {
    code: 'decision.catalogued',
    topic: 'decision',
    unit: 'item',
    zh: '重大行政决策目录事项数',
    definition: {
      zh: '列入年度重大行政决策目录的事项。',
      en: "Items in the year's catalogue of major administrative decisions.",
    },
    rules: [
      {
        about: ['decision'],
        says: ['目录|事项清单|清单|列入|纳入|确定'],
        unless: '公众参与|必经|审查|审核|合法性|评估|听证|程序规定|合同|率',
      },
      {
        about: ['decision'],
        named: true,
        says: ['事项|制定|公布|作出|出台'],
        unless: '审查|审核|合法性|评估|听证|率|论证|会议|征求|法律顾问|提请|研究',
      },
    ],
    examples: [
      '编制年度重大行政决策事项目录【4项】',
      '公布重大行政决策目录,列入决策事项【6项】',
      '将【3个】事项纳入重大行政决策目录',
    ],
    nearMisses: ['重大行政决策合法性审查【12件】'],
  },
  {
    code: 'decision.reviewed',
    topic: 'decision',
    unit: 'item',
    alsoUnits: '次|件次',
    zh: '重大行政决策合法性审查数',
    definition: { zh: '经合法性审查的重大决策(措施)。', en: 'Major decisions (or measures) given a legality review.' },
    rules: [
      {
        about: ['decision'],
        says: [REVIEWED],
        unless: '规范性文件|合同|协议|率|次会议|法律意见书|公平竞争|备案|全覆盖|镇街|审查中心',
      },
      {
        says: [
          '合法性审查|合法性审核|合法合规审查',
          '政策措施|政策文件|涉法事务|涉法事项|政府文件|文件|议题|重大事项|决策|各类',
        ],
        unless: '规范性文件|合同|协议|率|次会议|公平竞争|备案',
      },
    ],
    examples: [
      '对重大行政决策进行合法性审查【12件】',
      '合法性审查重大决策事项【35项】',
      '落实重大行政决策合法性审查制度,提出审查意见【2次】',
      '合法性审查政府常务会议议题、政策文件【86件】',
    ],
    nearMisses: ['合法性审查规范性文件【22件】', '审查合同【22份】'],
  },
  {
    code: 'decision.contracts_reviewed',
    topic: 'decision',
    unit: 'document',
    alsoUnits: '宗|起|次|件次',
    leads: 'advisers',
    zh: '合同合法性审查数',
    definition: { zh: '经合法性审查的合同、协议。', en: 'Contracts and agreements given a legality review, total.' },
    rules: [
      {
        says: ['合同|协议|契约', `${REVIEWED}|修改|起草|出具`],
        unless: '规范性文件|决策|调解|口头|书面协议|劳动|纠纷|率|食品|检查',
      },
      { about: ['contracts'], says: [REVIEWED], unless: '规范性文件|决策|调解|率|案|招标|村规民约|标书' },
      { about: ['contracts'], says: ['其中', '合同|协议'], unless: '规范性文件|决策|调解|率|纠纷|书面协议|口头' },
    ],
    examples: [
      '审查合同、协议【69件】',
      '对政府合同开展合法性审查【120份】',
      '法律顾问审核各类协议【35份】',
      '审查政府合同【40余份】',
    ],
    nearMisses: ['达成书面调解协议【35份】', '合法性审查规范性文件【22件】', '调解合同纠纷【35件】'],
  },
  {
    code: 'decision.legal_opinions',
    topic: 'decision',
    unit: 'document',
    alsoUnits: '次|条|人次|篇次|件次|宗|次/条',
    leads: 'advisers',
    zh: '法律意见数',
    definition: { zh: '法律顾问等出具的法律意见。', en: 'Written legal opinions by advisers.' },
    rules: [
      {
        says: [
          '法律意见|法律意见书|出具审查意见|出具合法性审查意见|出具合法性审核意见|法律建议|法律咨询意见|律师意见|合法性审查意见书|合法性审核意见书|法律审查意见|法律风险提示|书面意见',
        ],
        unless: '征求|立法|率|村民|群众',
      },
      {
        about: ['advisers'],
        says: ['出具意见|提出意见|出具书面意见'],
        unless: '征求|率|立法|群众|修改|人大|整改|会议|场次',
      },
      {
        about: ['advisers'],
        named: true,
        says: ['意见|建议'],
        unless: '征求|率|立法|群众|修改|审查意见|审核意见|人大|整改',
      },
    ],
    examples: ['出具法律意见书【86份】', '法律顾问提交书面法律意见【215次】', '政府法律顾问提出法律建议【42条】'],
    nearMisses: ['审查合同【86份】', '征求立法意见【42条】'],
  },
  {
    code: 'decision.meetings_attended',
    topic: 'decision',
    unit: 'time',
    alsoUnits: '人次|个',
    zh: '法律顾问参加会议次数',
    definition: { zh: '法律顾问参加的会议。', en: 'Meetings in which legal advisers took part.' },
    rules: [
      {
        about: ['advisers'],
        says: ['会议|列席|参会|讨论会|座谈会|协调会|论证会|会商|研讨会|常务会'],
        unless: '培训|普法|庭|宣传|会议纪要',
      },
      {
        says: ['律师|法律顾问|司法所', '会议|列席|参会|讨论会|座谈会|协调会|论证会'],
        unless: '培训|普法|宣传|会议纪要',
      },
    ],
    examples: ['法律顾问列席政府常务会议【16次】', '组织法律顾问出具法律意见【30份】,参加协调会、论证会【24场次】'],
    nearMisses: ['召开政府常务会议【16次】', '法律顾问开展培训【6次】'],
  },
  {
    code: 'decision.adviser_bodies',
    topic: 'decision',
    unit: 'organisation',
    notUnits: '支|座',
    kinds: true,
    parts:
      '村(社区)|村(居)|村、社区|行政村|村居|村社区|社区|村|学校|乡镇街道|乡镇(街道)|乡镇街|乡镇|镇街|街道|区直部门|市直部门|县直部门|直属部门|企业|法律事务较多',
    zh: '法律顾问覆盖单位数',
    definition: { zh: '聘有法律顾问的单位或村居。', en: 'Bodies or villages that have a legal adviser.' },
    rules: [
      {
        says: ['法律顾问', '覆盖|聘请|外聘|聘任|配备|单位|部门|全覆盖|进驻|村|社区|设立|建立'],
        unless: '工作室|团队|律师事务所|案件|意见|服务点|微信群|服务群|法律顾问室',
      },
      {
        about: ['villageAdvisers'],
        says: ['覆盖|进驻|村|社区|担任|签约|签订'],
        unless: '工作室|微信群|服务群|案件|意见',
      },
    ],
    examples: ['全区【32个】单位聘请了法律顾问', '法律顾问覆盖村(社区)【86个】', '全县【210个】行政村均配备法律顾问'],
    nearMisses: ['聘请法律顾问【12名】', '成立法律顾问团队【3支】', '建成法律顾问工作室【8个】'],
  },
  {
    code: 'decision.advisers',
    topic: 'decision',
    unit: 'person',
    notUnits: '人次|人/次',
    zh: '法律顾问人数',
    definition: { zh: '聘请的法律顾问人数。', en: 'Legal advisers engaged, persons.' },
    rules: [
      { says: ['法律顾问|顾问律师|常年法律顾问'], unless: '村|社区|居|培训|参加|企业法律顾问|服务群众|咨询' },
      {
        about: ['advisers'],
        says: ['聘请|聘任|选聘|配备|外聘|律师|公职律师|专家'],
        unless: '村|社区|居|培训|服务群众|咨询|公职律师',
      },
    ],
    examples: ['聘请政府法律顾问【6名】', '聘任【3位】律师担任镇政府法律顾问', '组建法律顾问团,选聘律师、专家【12人】'],
    nearMisses: ['选派村(社区)法律顾问【21名】', '法律顾问列席会议【6次】'],
  },
]
