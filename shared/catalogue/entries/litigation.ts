import type { Entry } from '../entry.ts'

const about = ['litigation'] as const
const HEADS = '带头|负责人|行政首长|首长|主要领导|分管领导|局长|镇长|区长|县长|市长|乡长|主任|领导班子|负责同志|领导'

export const LITIGATION: readonly Entry[] = [
  {
    code: 'litigation.new',
    topic: 'disputes',
    unit: 'case',
    zh: '行政诉讼案件数',
    definition: {
      zh: '以本机关为被告、当年新收或发生的行政诉讼案件。',
      en: 'Administrative suits against the reporting body, new or in the year (新收/发生行政诉讼案件).',
    },
    rules: [
      {
        about,
        says: ['行政诉讼|诉讼案件|应诉案件|新收|新发|发生|收到|受理|承办|办理|被诉|涉诉|一审|二审|行政应诉|新增|涉及'],
        unless:
          '民事|代理|律师|法律顾问|诉讼应诉|案件应诉|出庭应诉|负责人出庭|负责人|败诉|胜诉|审结|办结|判决|裁定|驳回|撤诉|结案|维持|撤销|未|生效|庭审|旁听|败诉率|率|参加|代为|答辩|协调|化解|意见|建议|通知书|调解|开庭|会议|申请人',
      },
    ],
    examples: [
      '本年度发生行政诉讼案件【7件】',
      '全县新收一审行政诉讼案件【83件】',
      '以区政府为被告的行政诉讼案件【26宗】',
      '办理行政应诉案件【54件】',
    ],
    nearMisses: [
      '行政诉讼案件败诉【1件】',
      '民事诉讼案件【4件】',
      '审结行政诉讼案件【60件】',
      '行政诉讼案件中负责人出庭应诉【5件】',
    ],
  },
  {
    code: 'litigation.appeared',
    topic: 'disputes',
    unit: 'case',
    alsoUnits: '次|人次',
    zh: '行政诉讼出庭应诉数',
    definition: {
      zh: '本机关出庭应诉的行政诉讼案件。',
      en: 'Administrative suits in which the body appeared in court.',
    },
    rules: [
      {
        about,
        says: ['出庭应诉|应诉|参加庭审|出庭|开庭'],
        unless: `应诉案件|带头|负责人|行政首长|首长|局长|镇长|区长|县长|市长|领导|率|民事|应诉通知|旁听|观摩|代理|律师|法律顾问|培训|败诉|应出庭|人员|应诉工作会`,
      },
    ],
    examples: ['行政诉讼案件共出庭应诉【11宗】', '新收行政诉讼案件【8件】,已出庭应诉【8件】', '行政诉讼应诉【23件】'],
    nearMisses: ['行政机关负责人出庭应诉【6次】', '民事案件出庭应诉【4件】', '办理行政应诉案件【9件】'],
  },
  {
    code: 'litigation.represented',
    topic: 'disputes',
    unit: 'case',
    zh: '法律顾问代理行政诉讼数',
    definition: {
      zh: '法律顾问、律师代理的行政诉讼案件。',
      en: 'Administrative suits handled by legal advisers or lawyers on its behalf.',
    },
    rules: [
      {
        about: ['advisers', 'litigation'],
        says: ['代理|代为应诉|代为出庭'],
        unless: '民事|法律援助|负责人|率|刑事|首长',
      },
      {
        says: ['法律顾问|律师', '行政诉讼|行政应诉|诉讼案件|应诉案件|应诉'],
        unless: '民事|法律援助|负责人|率|刑事|首长|人次',
      },
    ],
    examples: [
      '法律顾问代理行政诉讼案件【12件】',
      '组织政府法律顾问审查合同【30份】,代理诉讼案件【5件】',
      '公职律师参与办理行政诉讼【9件】',
    ],
    nearMisses: ['发生行政诉讼案件【12件】', '律师代理民事诉讼案件【6件】'],
  },
  {
    code: 'litigation.lost',
    topic: 'disputes',
    unit: 'case',
    zh: '行政诉讼败诉数',
    definition: { zh: '败诉的行政诉讼案件。', en: 'Administrative suits lost.' },
    rules: [{ says: ['败诉'], unless: '败诉率|民事' }],
    examples: ['审结行政诉讼案件【30件】,败诉【2件】', '行政诉讼案件败诉【1宗】'],
    nearMisses: ['行政诉讼案件败诉率【3.2%】', '审结行政诉讼案件【30件】,胜诉【28件】'],
  },
  {
    code: 'litigation.head_appearances',
    topic: 'disputes',
    unit: 'case',
    alsoUnits: '次|人次|场次|场',
    zh: '行政机关负责人出庭应诉次数',
    definition: {
      zh: '行政机关负责人出庭应诉的案件。',
      en: 'Suits in which the head of the agency appeared in court.',
    },
    rules: [
      { says: [HEADS, '出庭|应诉'], unless: '率|应出庭|应当出庭|旁听|观摩|培训|不能出庭|未出庭|民事|代理' },
      { about: ['head'], says: ['实际出庭|出庭|应诉'], unless: '率|应出庭|应当出庭|旁听|观摩|未出庭' },
    ],
    examples: [
      '行政机关负责人出庭应诉【6件】',
      '区政府领导出庭应诉案件【4次】',
      '行政机关负责人应出庭【15件】,实际出庭【15件】',
    ],
    nearMisses: ['行政机关负责人出庭应诉率【100%】', '行政诉讼案件出庭应诉【11宗】', '组织领导干部旁听庭审【3次】'],
  },
  {
    code: 'litigation.head_appearance_rate',
    topic: 'disputes',
    unit: 'percent',
    zh: '行政机关负责人出庭应诉率',
    definition: {
      zh: '行政机关负责人出庭应诉的案件所占比例。',
      en: 'Share of suits in which the head of the agency appeared.',
    },
    rules: [
      { says: ['出庭率|出庭应诉率|应诉率|出庭比例|出庭应诉比例|出庭应诉的比例'], unless: '旁听|民事|证人' },
      { about: ['head', 'litigation'], says: ['出庭|应诉'], unless: '旁听|民事|败诉|胜诉|满意|履行|案件增|协调' },
    ],
    examples: [
      '行政机关负责人出庭应诉率【100%】',
      '负责人出庭率达【96.4%】',
      '行政机关负责人出庭应诉【12件】,出庭率【85.7%】',
      '负责人出庭应诉率由上年的【78%】上升',
    ],
    nearMisses: ['行政诉讼案件败诉率【3.2%】', '行政复议案件办结率【98%】'],
  },
  {
    code: 'litigation.civil',
    topic: 'disputes',
    unit: 'case',
    alsoUnits: '次',
    zh: '民事诉讼应诉数',
    definition: { zh: '本机关应诉的民事诉讼案件。', en: 'Civil suits in which the body appeared.' },
    rules: [
      {
        about: ['civil'],
        says: ['出庭|应诉|代理|办理|参与|诉讼|案件|发生|处理'],
        unless: '法律援助|调解|率|检察|支持起诉|刑事',
      },
    ],
    examples: ['民事诉讼出庭应诉【3宗】', '办理民事诉讼案件【8件】', '行政诉讼出庭【2件】,民事案件应诉【5件】'],
    nearMisses: ['行政诉讼出庭应诉【3宗】', '办理民事法律援助案件【8件】'],
  },
]
