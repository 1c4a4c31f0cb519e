import type { Entry } from '../entry.ts'

const about = ['mediation'] as const

export const MEDIATION: readonly Entry[] = [
  {
    code: 'mediation.inspections',
    topic: 'disputes',
    unit: 'time',
    alsoUnits: '人次|次数',
    notUnits: '回',
    zh: '矛盾纠纷排查次数',
    definition: { zh: '开展矛盾纠纷排查的次数。', en: 'Rounds of dispute screening (矛盾纠纷排查).' },
    rules: [{ about, says: ['排查|摸排|走访|大排查'], unless: '安全|消防|隐患排查|调解员' }],
    examples: [
      '开展矛盾纠纷排查【120次】',
      '组织矛盾纠纷大排查【24场次】',
      '坚持排查在先,共开展矛盾纠纷集中排查【6轮】',
    ],
    nearMisses: ['排查化解矛盾纠纷【120件】', '开展安全隐患排查【120次】'],
  },
  {
    code: 'mediation.accepted',
    topic: 'disputes',
    unit: 'case',
    notUnits: '个|笔|单',
    kinds: true,
    zh: '矛盾纠纷受理调处数',
    definition: {
      zh: '人民调解等受理、调处、排查化解的矛盾纠纷。',
      en: "Disputes accepted or handled by people's mediation, whole jurisdiction (受理、调处、排查化解矛盾纠纷).",
    },
    rules: [
      {
        about,
        says: [
          '调解|调处|受理|排查|化解|处理|办理|处置|摸排|发生|收集|登记|介入|矛盾纠纷|纠纷|矛盾|开展人民调解|解决|疏导',
        ],
        unless:
          '成功|率|事件|达成|书面|口头|协议|复议|诉讼|司法确认|案例|信访积案|典型|制度|预案|宣传|投诉|举报|履行|调解卷宗|案卷|台账|回访|移送|分流|未化解|未调解|正在|仲裁',
      },
    ],
    examples: [
      '受理调处各类矛盾纠纷【210宗】',
      '全镇排查化解矛盾纠纷【96件】',
      '人民调解委员会调解民间纠纷【1350件】',
      '各级调解组织共受理纠纷【4.2万件】',
      '调解邻里纠纷【31起】',
    ],
    nearMisses: [
      '调解成功矛盾纠纷【70件】',
      '矛盾纠纷调解成功率【98%】',
      '受理劳动争议案件【87宗】',
      '审结行政复议案件【25件】,调解结案【5件】',
    ],
  },
  {
    code: 'mediation.succeeded',
    topic: 'disputes',
    unit: 'case',
    zh: '矛盾纠纷调解成功数',
    definition: { zh: '调解成功的矛盾纠纷。', en: 'Disputes mediated successfully, whole jurisdiction.' },
    rules: [
      { about, after: 'mediation.accepted', says: ['化解|调解'], unless: '率|纠纷|协议|受理|未|金额' },

      {
        about,
        says: [
          '成功|调成|达成协议|达成调解协议|有效化解|妥善化解|已化解|全部化解|调处完毕|调解完毕|调结|已调处|化解完毕|办结|结案',
        ],
        unless: '率|书面|口头|未成功|不成功|复议|诉讼|信访|典型|案例|司法确认|金额|履行|协议书',
      },
    ],
    examples: [
      '调处矛盾纠纷【73宗】,调解成功【70宗】',
      '成功化解矛盾纠纷【88件】',
      '受理矛盾纠纷【120件】,成功【117件】',
      '排查矛盾纠纷【52件】,已化解【50件】',
    ],
    nearMisses: ['调处各类矛盾纠纷【73宗】', '调解成功率达【97%】'],
  },
  {
    code: 'mediation.success_rate',
    topic: 'disputes',
    unit: 'percent',
    zh: '矛盾纠纷调解成功率',
    definition: { zh: '矛盾纠纷调解成功的比例。', en: 'Success rate of mediation, whole jurisdiction.' },
    rules: [
      {
        about,
        says: ['成功率|调成率|化解率|调处率|调解率|调处成功|成功|调解成功'],
        unless: '满意|知晓|履行|复议|信访|受理率|同比',
      },
    ],
    examples: ['矛盾纠纷调解成功率【98.6%】', '调解纠纷【130件】,成功率达【97%】', '矛盾纠纷化解率【99%】'],
    nearMisses: ['信访事项办结率【98%】', '矛盾纠纷同比下降【12%】'],
  },
  {
    code: 'mediation.amount',
    topic: 'disputes',
    unit: 'yuan',
    zh: '调解涉及金额',
    definition: { zh: '所调解纠纷的涉及金额。', en: 'Money at stake in the mediated disputes.' },
    rules: [
      {
        about,
        says: ['金额|涉案|标的|涉及|涉款|案值|赔偿|协议|损失'],
        unless: '补贴|经费|奖|以案定补|工资|报酬|罚|投入|以奖代补',
      },
    ],
    examples: [
      '受理调处矛盾纠纷【135宗】,涉及金额【420万元】',
      '人民调解涉案标的额【1.2亿元】',
      '调解成功纠纷【88件】,协议金额【96.5万元】',
    ],
    nearMisses: ['发放人民调解以案定补经费【8万元】'],
  },
  {
    code: 'mediation.written_agreements',
    topic: 'disputes',
    unit: 'case',
    alsoUnits: '份',
    zh: '书面调解协议数',
    definition: { zh: '达成的书面调解协议。', en: 'Written mediation agreements.' },
    rules: [
      {
        about,
        says: ['书面|协议书|调解书|签订调解协议|签订协议|制作调解协议'],
        unless: '口头|法律意见|司法确认|履行率|金额',
      },
    ],
    examples: ['调解纠纷【130件】,达成书面协议【96件】', '制作人民调解协议书【210份】'],
    nearMisses: ['调解纠纷【130件】,口头协议【34件】'],
  },
  {
    code: 'mediation.oral_agreements',
    topic: 'disputes',
    unit: 'case',
    alsoUnits: '份',
    zh: '口头调解协议数',
    definition: { zh: '达成的口头调解协议。', en: 'Oral mediation agreements.' },
    rules: [{ about, says: ['口头'], unless: '书面|警告' }],
    examples: ['调解纠纷【130件】,口头协议【34件】', '人民调解达成口头调解协议【40宗】'],
    nearMisses: ['调解纠纷【130件】,书面协议【96件】'],
  },
  {
    code: 'mediation.committees',
    topic: 'disputes',
    unit: 'organisation',
    zh: '人民调解组织数',
    definition: { zh: '人民调解委员会等人民调解组织。', en: "People's mediation committees or organisations, total." },
    rules: [
      {
        says: ['调解委员会|调委会|调解组织|调解室|调解中心|调解工作室|调解工作站|调解站|调解小组|调解平台'],
        unless: '案件|纠纷.|成功|受理|检查|培训|表彰|荣获|被评',
      },
    ],
    examples: ['全县现有人民调解委员会【186个】', '建立行业性专业性调解组织【12个】', '全镇设立【15个】人民调解委员会'],
    nearMisses: ['人民调解委员会调处矛盾纠纷【40宗】', '人民调解员【120名】'],
  },
  {
    code: 'mediation.mediators',
    topic: 'disputes',
    unit: 'person',
    zh: '人民调解员数',
    definition: { zh: '人民调解员人数。', en: "People's mediators, total." },
    rules: [{ says: ['调解员'], unless: '培训|轮训|参训|考试|表彰|被评|荣获|优秀|会议' }],
    examples: ['现有人民调解员【620名】', '配备专职调解员【15人】', '聘用【23名】专职人民调解员'],
    nearMisses: ['培训人民调解员【200人次】', '人民调解员成功调解【125宗】'],
  },
]
