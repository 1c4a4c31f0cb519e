import type { Entry } from '../entry.ts'

const about = ['enforcement'] as const
/** Visits to regulated parties; words for looking into the government's own work are in each rule's `unless`. */
const INSPECTED = '检查|巡查|抽查|抽检|监管|排查|巡检|核查|检验|抽样|监督检查|执法检查|督导|检测|监测|暗访'
const OWN_WORK =
  '人均|保密|案卷|评查|法治督察|法治督查|依法行政|矛盾|纠纷|党风|党纪|纪律|专项督查|行政执法监督|执法监督|执法专项督查|自查|法院|检察|考核|财政|审计|督察|普法|信息|计划|任务|率|网络舆情|信访|作风|廉政|巡察|规范性文件|合法性|培训班|培训会|业务培训|执法培训|考试|宣传|政务公开|授课|风险排查|法律风险|执法单位|执法部门|评查'

export const ENFORCEMENT: readonly Entry[] = [
  {
    code: 'enforcement.cases_filed',
    topic: 'enforcement',
    unit: 'case',
    zh: '行政执法立案数',
    definition: { zh: '行政执法立案的案件。', en: 'Administrative enforcement cases opened (立案).' },
    rules: [
      { says: ['共立|新立|共立案', '行政处罚案件|处罚案件'], unless: '结案|办结' },
      {
        about,
        says: ['立案|立案查处|新立|立案调查|查处|查办|办案|办理'],
        unless:
          '结案|办结|立案审查|违纪|劳动|刑事|治安|复议|诉讼|率|未立案|不予立案|信访|投诉|举报|行政处罚案|处罚决定|作出|移送|移交|公安|许可|罚|没收|不予|免予|整改|隐患|法制审核|业务|事项|人次|热线|典型|案例|检查单位|审计|追缴|涉案',
      },
      {
        about,
        says: ['案件'],
        named: true,
        unless:
          '结案|办结|审结|移送|移交|处罚|复议|诉讼|率|典型|案例|审核|公安|刑事|全过程|记录|法制|许可|公示|投诉|案卷|涉嫌|违纪',
      },
    ],
    examples: [
      '城管执法大队共立案【320宗】',
      '行政执法立案查处违法案件【58件】',
      '安全生产领域立案【16起】',
      '查处食品药品违法案件【112件】',
    ],
    nearMisses: ['行政执法案件结案【96宗】', '立案查处违纪违法案件【12件】', '移送公安机关案件【3件】'],
  },
  {
    code: 'enforcement.cases_closed',
    topic: 'enforcement',
    unit: 'case',
    zh: '行政执法结案数',
    definition: { zh: '行政执法结案的案件。', en: 'Administrative enforcement cases closed (结案).' },
    rules: [
      {
        about,
        says: ['结案|办结|审结|已结'],
        unless: '率|未结案|未办结|违纪|复议|诉讼|信访|投诉|举报|许可|刑事|业务|事项|热线|工单|审批|备案',
      },
    ],
    examples: ['城管执法大队立案【320宗】,结案【301宗】', '办结行政执法案件【88件】'],
    nearMisses: ['城管执法大队共立案【320宗】', '行政处罚案件结案率【98%】'],
  },
  {
    code: 'enforcement.penalties',
    topic: 'enforcement',
    unit: 'case',
    alsoUnits: '条|份|次|项|家|家次|户次',
    zh: '行政处罚案件数',
    definition: { zh: '作出或录入的行政处罚。', en: 'Administrative penalties imposed or recorded.' },
    rules: [
      {
        says: ['行政处罚|处罚决定|处罚案件|作出处罚|实施处罚|处罚信息|处罚违法'],
        unless:
          '共立|立案|规范性文件|职权|处罚类|涉行政处罚|涉及行政处罚|不予行政处罚|不予处罚|免予|免于|免罚|不罚|减轻|从轻|金额|罚款|法制审核|裁量|处罚权|处罚事项|权限|清单|率|主体|复议|诉讼|案卷|听证|刑事|审核|纪律|党纪|赋权|下放|委托|结案|全过程|撤销|培训|取消',
      },
      {
        about,
        says: ['处罚'],
        unless:
          '不予|免予|免于|免罚|金额|罚款|审核|裁量|权|事项|清单|率|立案|结案|规范性文件|职权|减轻|从轻|警告|人次|刑事|培训|线索',
      },
    ],
    examples: [
      '作出行政处罚决定【156件】',
      '办理行政处罚案件【41宗】',
      '录入行政处罚信息【980条】',
      '公示行政许可【1200件】、行政处罚【300件】',
      '归集【980条】行政处罚信息',
    ],
    nearMisses: [
      '不予行政处罚【12件】',
      '行政处罚罚款【12万元】',
      '承接行政处罚权【86项】',
      '重大行政处罚法制审核【20件】',
    ],
  },
  {
    code: 'enforcement.penalty_amount',
    topic: 'enforcement',
    unit: 'yuan',
    zh: '行政处罚金额',
    definition: { zh: '行政处罚的罚没金额。', en: 'Fines imposed.' },
    rules: [
      {
        says: ['罚款|罚没|处罚|罚金|没收违法所得|收缴罚没款|罚没款'],
        unless: '刑事|法院|赔偿|标的|减免|免罚|货值|工资|不予|退还|退回|返还',
      },
      { about, says: ['罚'], unless: '减免|免罚|货值|不予' },
    ],
    examples: [
      '作出行政处罚【156件】,罚款【83.6万元】',
      '罚没金额共计【1200万元】',
      '实施行政处罚【15600元】',
      '立案【32件】,处罚金额【4.8万元】',
    ],
    nearMisses: ['作出行政处罚【156件】,涉案货值【12万元】', '追回工资【120万元】'],
  },
  {
    code: 'enforcement.not_punished',
    topic: 'enforcement',
    unit: 'case',
    alsoUnits: '次|家次|户次|人次',
    zh: '不予处罚数',
    definition: {
      zh: '依包容审慎规定不予处罚、免予处罚的案件。',
      en: 'Cases not punished under lenient enforcement (不予处罚、免罚).',
    },
    rules: [
      {
        says: [
          '不予处罚|不予行政处罚|免罚|免予处罚|免予行政处罚|免于处罚|免于行政处罚|首违不罚|轻微不罚|首违免罚|轻微免罚|首违|不罚',
        ],
        unless: '清单|事项|情形|金额|元',
      },
    ],
    examples: [
      '依法对轻微违法行为不予行政处罚【35件】',
      '落实首违不罚制度,免罚案件【120起】',
      '推行柔性执法,免予处罚【18宗】',
    ],
    nearMisses: ['制定轻微违法不予处罚事项清单【35项】', '作出行政处罚【35件】'],
  },
  {
    code: 'enforcement.permits',
    topic: 'enforcement',
    unit: 'case',
    alsoUnits: '条|项|份|证|次|本|张',
    zh: '行政许可案件数',
    definition: { zh: '准予或录入的行政许可。', en: 'Administrative permits granted or recorded (行政许可).' },
    rules: [
      {
        says: ['规划许可|采伐许可|用地许可|施工许可|经营许可|取水许可|建设许可|占道许可'],
        unless: '证|事项|率|网上|清单|注销|撤销|审核|检查|处罚',
      },
      { says: ['其中', '许可'], unless: '事项|率|网上|清单' },
      {
        says: ['行政许可|许可信息|许可决定|许可案件|准予许可|办理许可|许可事项办|审批许可'],
        unless:
          '网上|率|许可事项|承诺|取消|清单|时限|权限|可办|不予|目录|下放|赋权|法制审核|案卷|撤销|注销|主体|复议|压缩|材料|环节',
      },
      {
        says: ['行政许可事项|许可事项', '办结|办理|受理|审批'],
        unless: '清单|网上|率|时限|压缩|材料|环节|下放|目录|划入|划转',
      },
    ],
    examples: [
      '办理行政许可【1860件】',
      '作出行政许可决定【320宗】',
      '录入【2600条】行政许可信息',
      '公示行政许可信息【540条】',
    ],
    nearMisses: ['公布行政许可事项清单【186项】', '行政许可事项网上可办率【100%】'],
  },
  {
    code: 'enforcement.inspections',
    topic: 'enforcement',
    unit: 'time',
    alsoUnits:
      '户次|家次|家|户|间|间次|个|家/次|户/次|所|处|处次|台次|车次|点次|个次|艘次|辆次|家单位|家企业|单位次|艘|场所|辆',
    kinds: true,
    leads: 'enforcement',
    zh: '行政检查次数',
    definition: {
      zh: '对监管对象的检查、巡查、抽查,按次、户次、家次、家、批次计。',
      en: 'Inspections carried out (检查、巡查、抽查 of regulated parties), counted as 次、户次、家次、家、批次.',
    },
    rules: [
      {
        says: [INSPECTED],
        unless: `${OWN_WORK}|隐患数|发现|整改|立案|台账|查处|疫情|防疫|应急演练|平台|系统|站点|设备|网格|制度|方案|名单|停业|关停|取缔|出动|网上`,
      },
      { says: [INSPECTED, '出动|发现|查处|整改'], about, unless: `${OWN_WORK}|隐患|问题|立案|人员|人次` },
    ],
    examples: [
      '检查生产经营单位【860家次】',
      '开展执法检查【320次】',
      '巡查工业企业【1200户次】',
      '食品安全监督抽检【560批次】',
      '累计检查各类场所【2300余家】',
      '开展双随机抽查【86次】',
    ],
    nearMisses: [
      '开展保密检查【9次】',
      '出动执法人员【860人次】',
      '开展行政执法专项督查【2次】',
      '检查发现隐患【86处】',
    ],
  },
  {
    code: 'enforcement.inspection_records',
    topic: 'enforcement',
    unit: 'item',
    zh: '行政检查公示信息数',
    definition: { zh: '公示或录入的行政检查信息。', en: 'Inspection records published or entered.' },
    rules: [
      {
        says: ['行政检查信息|检查信息|行政检查记录|检查记录|行政检查结果|检查结果|监管行为|行政检查数据'],
        unless: '率|任务|计划',
      },
      { says: ['行政检查', '公示|录入|归集|公开|记录|上传'], unless: '率|任务|计划|次数' },
    ],
    examples: ['录入【510条】行政检查信息', '公示行政检查信息【1300条】', '公示行政处罚【30条】、行政检查结果【86条】'],
    nearMisses: ['开展行政检查【510次】', '公示行政处罚信息【510条】'],
  },
  {
    code: 'enforcement.hazards_rectified',
    topic: 'enforcement',
    unit: 'item',
    alsoUnits: '次',
    leads: 'enforcement',
    zh: '发现并整改隐患数',
    definition: { zh: '发现、整改的隐患或问题。', en: 'Hazards or problems found and rectified.' },
    rules: [
      {
        about: ['hazards'],
        named: true,
        says: ['整改|整治|消除|排除|发现|排查|查出|督促|隐患|查改|治理'],
        unless: '率|企业|单位|家次|矛盾|纠纷|法治|巡察|审计|督察|举报',
      },
      {
        about: ['hazards'],
        says: ['整改|整治|消除|排除|督促|查改|发现'],
        unless: '率|企业|单位|家次|矛盾|纠纷|法治|巡察|审计|督察|举报|线索|立案',
      },
      {
        about,
        says: ['问题', '发现|整改|督促|查出|纠正|消除'],
        unless: '率|巡察|审计|督察|督查|法治|案卷|评查|信访|投诉|作风|党|热线|规范性文件|执法监督|线索',
      },
    ],
    examples: [
      '发现并整改安全隐患【420项】',
      '排查隐患【120处】,已整改【118处】',
      '消除火灾隐患【36个】',
      '检查生产经营单位【80家】,发现问题【150个】',
    ],
    nearMisses: ['隐患整改率【98%】', '案卷评查发现问题【32个】', '排查矛盾纠纷隐患【32件】'],
  },
]
