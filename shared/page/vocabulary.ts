import type { PublisherState } from '../crawl/ledger/rows.ts'
import type { Flag } from '../readers/flags.ts'
import type { NoReportState } from '../readers/no-report.ts'
import type { ObservationStatus } from '../readers/observation.ts'
import type { RefusalReason } from '../report/refusal.ts'
import type { Bound, Completeness, Level, Period, Role, Topic } from '../report/report.ts'

/** What the API names, in the words of the page. A name that the API gains is missing here for the compiler to say. */

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export type Both = Readonly<Record<Language, string>>

export const STATUS_WORDS: Readonly<Record<ObservationStatus, Both>> = {
  single: { zh: '一处', en: 'stated once' },
  repeated: { zh: '多处一致', en: 'stated repeatedly' },
  several: { zh: '多值不一', en: 'values differ' },
  parts_only: { zh: '只有分项', en: 'only parts' },
  target_only: { zh: '只有目标', en: 'only a target' },
  other_period_only: { zh: '只有其他时期', en: 'only of another period' },
  none: { zh: '报告未提及', en: 'not in the report' },
  no_report: { zh: '没有报告', en: 'no report' },
}

export const STATE_WORDS: Readonly<Record<PublisherState | NoReportState, Both>> = {
  early: { zh: '年内公布', en: 'early' },
  on_time: { zh: '按时', en: 'on time' },
  late: { zh: '逾期', en: 'late' },
  found: { zh: '已公布,日期不明', en: 'published, day not known' },
  missing: { zh: '未公布', en: 'missing' },
  not_due: { zh: '未到期', en: 'not yet due' },
  not_searched_whole: { zh: '未查完', en: 'not searched to the end' },
  not_yet_searched: { zh: '尚未查找', en: 'not yet searched' },
  listed_unread: { zh: '已列出,未读到', en: 'listed, not read' },
  blocked: { zh: '网站拒绝访问', en: 'blocked by the site' },
  unreachable: { zh: '网站无法访问', en: 'site not reachable' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  unread: { zh: '已找到,未能读出', en: 'found, cannot be read yet' },
}

export const FLAG_WORDS: Readonly<Record<Flag, Both & { readonly why: Both }>> = {
  atLeast: {
    zh: '至少',
    en: 'at least',
    why: {
      zh: '原文为“余”“多”“超”“以上”:实际值不低于此。',
      en: 'The report says 余, 多, 超 or 以上: the true value is this or more.',
    },
  },
  atMost: {
    zh: '至多',
    en: 'at most',
    why: {
      zh: '原文为“不足”“以内”:实际值不高于此。',
      en: 'The report says 不足 or 以内: the true value is this or less.',
    },
  },
  approx: {
    zh: '约数',
    en: 'approximate',
    why: { zh: '原文为“约”“近”“左右”。', en: 'The report says 约, 近 or 左右.' },
  },
  several: {
    zh: '多值不一',
    en: 'values differ',
    why: {
      zh: '报告给出不同的数值,因此不选定任何一个。',
      en: 'The report states differing values, so none of them is chosen.',
    },
  },
  parts_only: {
    zh: '只有分项',
    en: 'only parts',
    why: {
      zh: '报告只给出部分的数值,没有总数。分项不相加。',
      en: 'The report states parts and no whole. Parts are never added up.',
    },
  },
  rate_contradicted: {
    zh: '比率不符',
    en: 'rate contradicted',
    why: {
      zh: '同一句中的分子与分母算不出这个比率。',
      en: 'The numerator and denominator in the same sentence give another rate.',
    },
  },
  parts_do_not_add_up: {
    zh: '分项不合',
    en: 'parts do not add up',
    why: { zh: '“其中”之后的分项之和与总数不符。', en: 'The parts after 其中 do not make up the total.' },
  },
  two_values: {
    zh: '前后不一',
    en: 'another value elsewhere',
    why: {
      zh: '报告别处对同一事项给出另一数值。',
      en: 'The report gives another value for the same matter elsewhere.',
    },
  },
  restated: {
    zh: '上年数有改',
    en: 'last year restated',
    why: {
      zh: '报告所述的上年数值与上年报告不同。',
      en: "The report's own figure for the year before differs from that year's report.",
    },
  },
  implausible_change: {
    zh: '变动异常',
    en: 'implausible change',
    why: {
      zh: '比上年多于十倍,或不足十分之一。',
      en: 'More than ten times the year before, or less than a tenth of it.',
    },
  },
  break: {
    zh: '区划变动',
    en: 'break',
    why: {
      zh: '上年以来区划合并,前后不可直接比较。',
      en: 'A merger changed the place since the year before; the two years are not of the same place.',
    },
  },
  region_unknown: {
    zh: '地区不明',
    en: 'place not settled',
    why: { zh: '报告未能确定属于哪个地区。', en: 'The report does not settle which place it is of.' },
  },
  corrected: {
    zh: '有更正',
    en: 'corrected',
    why: {
      zh: '有人对此数值提出更正;原值保留。',
      en: 'A person noted a correction beside the figure; the figure itself is kept.',
    },
  },
}

export const LEVEL_WORDS: Readonly<Record<Level, Both>> = {
  province: { zh: '省级', en: 'Province' },
  prefecture: { zh: '地市级', en: 'Prefecture' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡镇级', en: 'Township' },
  zone: { zh: '功能区', en: 'Zone' },
  department: { zh: '部门', en: 'Department' },
}

export const TOPIC_WORDS: Readonly<Record<Topic, Both>> = {
  functions: { zh: '政府职能', en: 'Government functions' },
  rulemaking: { zh: '制度建设', en: 'Rule-making' },
  decision: { zh: '行政决策', en: 'Decisions' },
  enforcement: { zh: '行政执法', en: 'Enforcement' },
  emergency: { zh: '应急处置', en: 'Emergencies' },
  disputes: { zh: '复议、诉讼与调解', en: 'Disputes' },
  oversight: { zh: '权力监督', en: 'Oversight' },
  digital: { zh: '数字政府', en: 'Digital government' },
  leadership: { zh: '组织领导', en: 'Leadership' },
  legal_service: { zh: '公共法律服务', en: 'Legal services' },
  publicity: { zh: '普法宣传', en: 'Legal education' },
}

export const ROLE_WORDS: Readonly<Record<Role, Both>> = {
  level: { zh: '实际数', en: 'measured' },
  baseline: { zh: '变动前的数', en: 'value before a change' },
  change: { zh: '变动量', en: 'change' },
  target: { zh: '目标', en: 'target' },
}

export const PERIOD_WORDS: Readonly<Record<Period, Both>> = {
  year: { zh: '报告年度', en: 'the reporting year' },
  earlier: { zh: '以前年度', en: 'an earlier year' },
  part: { zh: '年内一段', en: 'a part of the year' },
  span: { zh: '数年合计', en: 'several years' },
  average: { zh: '平均数', en: 'an average' },
}

export const BOUND_WORDS: Readonly<Record<Bound, Both>> = {
  exact: { zh: '', en: '' },
  atLeast: { zh: '≥', en: '≥' },
  atMost: { zh: '≤', en: '≤' },
  approx: { zh: '≈', en: '≈' },
}

export const COMPLETENESS_WORDS: Readonly<Record<keyof Completeness, Both>> = {
  achievements: { zh: '主要举措和成效', en: 'what was done' },
  problems: { zh: '不足和原因', en: 'what is lacking' },
  responsibility: { zh: '第一责任人履职', en: "the head's own duties" },
  plans: { zh: '下一年度安排', en: 'next year' },
  publishedByApril1: { zh: '4月1日前公布', en: 'published by 1 April' },
}

export const REFUSAL_WORDS: Readonly<Record<RefusalReason, Both>> = {
  not_a_report: { zh: '不是法治政府建设年度报告', en: 'Not an annual report on the rule of law' },
  empty: { zh: '空文件', en: 'Empty file' },
  unsupported_format: { zh: '不支持的格式', en: 'Format not supported' },
  encrypted: { zh: '文件已加密', en: 'Encrypted' },
  corrupt: { zh: '文件损坏', en: 'Damaged' },
  too_large: { zh: '文件过大', en: 'Too large' },
  too_complex: { zh: '文件过于复杂', en: 'Too complex' },
  no_text: { zh: '没有文字(例如扫描件)', en: 'No text (a scan, for example)' },
}

/** Kinds of unit of the catalogue. */
export const UNIT_GROUP_WORDS: Readonly<Record<string, Both>> = {
  case: { zh: '件', en: 'cases' },
  person: { zh: '人', en: 'persons' },
  percent: { zh: '%', en: '%' },
  yuan: { zh: '元', en: 'yuan' },
  document: { zh: '件(文件)', en: 'documents' },
  organisation: { zh: '个(单位)', en: 'organisations' },
  time: { zh: '次', en: 'times' },
  visit: { zh: '家次', en: 'visits' },
  object: { zh: '家', en: 'places inspected' },
  item: { zh: '项', en: 'items' },
  listed: { zh: '项(清单)', en: 'listed items' },
  device: { zh: '台', en: 'devices' },
  acts: { zh: '次', en: 'acts' },
  visits: { zh: '家次', en: 'visits' },
  objects: { zh: '家', en: 'places inspected' },
}
