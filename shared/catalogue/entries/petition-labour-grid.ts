import type { Entry } from '../entry.ts'

const RECOVERED = '拿回|领到|兑付|结清|追回|追讨|讨回|清欠|追发|补发|挽回|追缴|要回|讨薪|支付|发放|清偿|追索|解决|协调'
const WAGES = '工资|劳动报酬|报酬|欠薪|薪酬|薪资|讨薪|血汗钱'

export const PETITION_LABOUR_GRID: readonly Entry[] = [
  {
    code: 'petition.received',
    topic: 'disputes',
    unit: 'case',
    alsoUnits: '批|批次|件批|封',
    zh: '信访受理数',
    definition: { zh: '受理的信访、来信、来访、来电。', en: 'Petitions received (信访、来信来访来电).' },
    rules: [
      {
        about: ['petition'],
        says: ['受理|接待|收到|登记|处理|接收|来信|来访|来电|信访|办理|接访|交办|收集|转办'],
        unless:
          '办结|率|化解|结案|息访|复议|诉讼|法律援助|答复|回复|会议|减少|下降|包案|联席|律师|积案|已办|信箱|留言|咨询',
      },
    ],
    examples: [
      '受理群众信访事项【230件】',
      '接待群众来访【86批次】',
      '共受理来信、来访、来电【310件】',
      '办理信访件【45件】',
    ],
    nearMisses: ['信访事项办结【220件】', '信访办结率【98%】', '召开信访联席会议【6次】'],
  },
  {
    code: 'petition.concluded',
    topic: 'disputes',
    unit: 'case',
    alsoUnits: '批|批次',
    zh: '信访办结数',
    definition: { zh: '办结的信访事项。', en: 'Petitions concluded.' },
    rules: [
      {
        about: ['petition'],
        says: ['办结|办理完毕|化解|息访|结案|办复|已办|答复|回复'],
        unless: '率|未办结|尚未|包案|满意|积案|审查|信箱|留言',
      },
    ],
    examples: ['受理信访事项【230件】,办结【221件】', '信访事项办理完毕【7件】', '信访件已办结【44件】'],
    nearMisses: ['受理信访事项【230件】', '信访办结率【98%】'],
  },
  {
    code: 'petition.conclusion_rate',
    topic: 'disputes',
    unit: 'percent',
    zh: '信访办结率',
    definition: { zh: '信访事项办结的比例。', en: 'Share of petitions concluded.' },
    rules: [
      { about: ['petition'], says: ['办结率|结案率|办结|化解率|办理率'], unless: '受理率|答复率|满意|参评|同比|下降' },
    ],
    examples: ['信访事项办结率【98.5%】', '受理来信来访【191件】,已办结【180件】,办结率【94.2%】'],
    nearMisses: ['信访及时受理率【100%】', '信访群众满意率【97%】'],
  },
  {
    code: 'labour.disputes',
    topic: 'disputes',
    unit: 'case',
    kinds: true,
    zh: '劳动争议处理数',
    definition: { zh: '调解、仲裁或查处的劳动争议案件。', en: 'Labour disputes mediated or arbitrated.' },
    rules: [
      {
        about: ['labour'],
        says: ['调解|仲裁|受理|处理|办理|立案|案件|调处|化解|查处|审结|结案|争议|纠纷|办结|欠薪'],
        unless: '率|金额|培训|宣传|成功率|行政处罚|复议|移送|举报投诉|检查',
      },
    ],
    examples: [
      '受理劳动争议仲裁案件【66宗】',
      '调处劳资纠纷【48起】',
      '劳动人事争议调解【120件】',
      '受理欠薪案件【19件】',
    ],
    nearMisses: ['调解民间纠纷【48起】', '劳动争议案件结案率【98%】'],
  },
  {
    code: 'labour.workers_helped',
    topic: 'disputes',
    unit: 'person',
    zh: '追回劳动报酬人数',
    definition: { zh: '获追回劳动报酬的劳动者人数。', en: 'Workers whose wages were recovered.' },
    rules: [
      {
        says: [RECOVERED, `${WAGES}|劳动者|农民工|工人|职工|民工|务工人员`],
        about: ['labour'],
        unless: '培训|宣传|就业|调解员',
      },
      { says: ['劳动者|农民工|工人|职工|民工|务工人员', WAGES], unless: '培训|宣传|就业' },
      {
        about: ['labour'],
        says: ['涉及|劳动者|农民工|工人|职工|民工|务工人员'],
        unless: '培训|宣传|就业|检查|仲裁员|调解员|监察员',
      },
    ],
    examples: [
      '为【320名】农民工追回工资',
      '处理欠薪案件【19件】,涉及劳动者【230人】',
      '帮助务工人员【46人】讨回劳动报酬',
    ],
    nearMisses: ['为农民工追回工资【320万元】', '开展农民工培训【320人】'],
  },
  {
    code: 'labour.wages_recovered',
    topic: 'disputes',
    unit: 'yuan',
    zh: '追回劳动报酬金额',
    definition: { zh: '追回的劳动报酬总额。', en: 'Wages recovered, total.' },
    rules: [
      { says: [RECOVERED, WAGES], unless: '罚款|涉案' },
      { about: ['labour'], says: ['追回|追讨|讨回|清欠|追发|补发|挽回|要回|讨薪|拿回'], unless: '罚款' },
    ],
    examples: [
      '为农民工追回工资【320万元】',
      '追回劳动报酬【1560.8万元】',
      '处理欠薪案件【19件】,涉及劳动者【230人】,追讨金额【410万元】',
    ],
    nearMisses: ['调解纠纷【19件】,涉及金额【320万元】', '劳动争议涉案金额共【24万元】'],
  },
  {
    code: 'grid.cells',
    topic: 'disputes',
    unit: 'item',
    zh: '网格数',
    definition: { zh: '划分的网格,总数或所称种类。', en: 'Grid-management cells, total or the kind named.' },
    rules: [
      {
        says: ['网格'],
        unless: '事件|案件|问题|隐患|纠纷|信息|中心|服务站|支部|党小组|微信群|排查|走访|检查|上报|处置',
      },
    ],
    examples: ['全镇划分网格【86个】', '科学设置基础网格【412个】', '划分为【35个】综合网格'],
    nearMisses: ['配备网格员【86名】', '网格上报事件【860件】'],
  },
  {
    code: 'grid.staff',
    topic: 'disputes',
    unit: 'person',
    notUnits: '人次|人/次',
    zh: '网格员数',
    definition: { zh: '网格员人数,总数或所称种类。', en: 'Grid staff, total or the kind named.' },
    rules: [
      { says: ['网格员|网格长|网格力量|网格人员|网格队伍|网格管理员|网格指导员'], unless: '培训|参训|表彰|被评' },
    ],
    examples: ['配备专职网格员【120名】', '现有网格员【412人】', '划分网格【86个】,配备网格员【86名】'],
    nearMisses: ['划分网格【86个】', '培训网格员【120人次】'],
  },
  {
    code: 'grid.centres',
    topic: 'disputes',
    unit: 'organisation',
    zh: '综治中心数',
    definition: { zh: '综治中心、矛调中心等。', en: 'Comprehensive-governance centres.' },
    rules: [
      {
        says: [
          '综治中心|矛调中心|社会治理中心|矛盾纠纷调处化解中心|综合治理中心|社会治安综合治理中心|治理服务中心|矛盾调解中心',
        ],
        unless: '受理|调处|接待|检查|办结|化解矛盾|化解各类',
      },
    ],
    examples: ['建成县乡村三级综治中心【210个】', '建成【18个】镇街综治中心'],
    nearMisses: ['综治中心受理矛盾纠纷【210件】'],
  },
]
