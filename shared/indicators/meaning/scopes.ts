import type { Entry } from '../../catalogue/entry.ts'
import type { Span } from '../../report/report.ts'

/** 城市管理方面, opens what the rest of the sentence says of one sector. */
const SECTOR = /([\u4e00-\u9fff、]{2,12})(?:方面|领域)/g
/** Sectors that are the whole of what an entry counts. */
const WHOLE = /^(?:行政执法|综合执法|行政综合执法|执法|监管执法|行政处罚|行政检查|执法监管|执法检查|重点)$/
/** Who or what a qualifier that ends so names stays the same for the bare figures that follow. */
const BODY =
  /(?:领域|方面|部门|窗口|终端|调委会|调解委员会|委员会|派出所|分局|局|大队|中心|机构|程序|[东西南北]街|街道办|安全|纠纷|村居)$/
/** Words that make a part of the whole wherever they end a qualifier. */
const PART =
  /(?:领域|程序|窗口|渠道|终端|公众号|微信|微博|抖音|调委会|调解委员会|派出所|分局|分中心|村居|法律顾问|副校长|第[一二三四五]批|以上|城管部门|应急管理部门|行政许可|依申请|个别[县区乡镇])$/
/** Left over, but naming no part. */
const NO_PART =
  /^(?:行政|政府|人民政府|机关|部门|单位|群众|基层|城乡|辖区|本地|上级|领导|各级|多|个|该|年来|全面|安全|法治|法律|社会|重点|专项|集中|日常|监督|联合|专业|农村|镇村|两级|干部|职工|公众|人员|问题|企业|场所|生产经营单位|经营单位|生产经营|监管对象|市场主体|经营主体|行政相对人|对象|类|者|应|所|户|处|不|主|保持|次数|信息|业务|疫情|防疫|主题|法定|承诺|活动|[的在和])+$/

export interface Qualifiers {
  readonly entry: Entry
  /** What the words before the figure say beside the entry's own words. */
  readonly rest: readonly string[]
  /** The words before the figure. */
  readonly phrase: string
  /** The sector that the sentence has opened with. */
  readonly sector: string | null
  /** The figure before in the same sentence. */
  readonly before: { readonly entry: Entry; readonly scope: string | null } | null
}

/** The sector that the sentence has opened with before the figure, or null. */
export function sectorOf(text: string, before: Span): string | null {
  let sector: string | null = null
  for (const found of text.slice(before.start, before.end).matchAll(SECTOR)) sector = found[1]!
  return sector === null || WHOLE.test(sector) ? null : sector
}

/** The words that make the figure a part of what its entry counts, or null where it stands for the whole. */
export function scopeOf({ entry, rest, phrase, sector, before }: Qualifiers): string | null {
  const partial = rest.filter((words) => words.length > 1 && !NO_PART.test(words))
  const named = partial.filter((words) => entry.kinds || phrase.includes('其中') || PART.test(words)).at(-1)
  const ofSector = entry.topic === 'enforcement' && sector !== null ? sector : ''
  if (named !== undefined) return ofSector.endsWith(named) ? ofSector : `${ofSector}${named}`
  if (ofSector !== '') return ofSector
  return partial.length === 0 && before !== null && staysWith(before, entry) ? before.scope : null
}

/** Bare figures go on speaking of the part that was named: 镇调委会调处40宗,成功38宗. */
function staysWith({ entry: earlier, scope }: { entry: Entry; scope: string | null }, entry: Entry): boolean {
  if (scope === null || earlier.topic !== entry.topic || earlier.unit === 'person') return false
  return earlier.code !== entry.code && (BODY.test(scope) || earlier.code.split('.')[0] === entry.code.split('.')[0])
}
