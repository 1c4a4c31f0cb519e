import { findPlaces } from '../regions/find-places.ts'
import { unitsNamed } from '../regions/gazetteer.ts'
import { zoneIn } from '../regions/zones.ts'
import { ISSUER_LINE } from '../structure/title-words.ts'
import { type Line, squeeze } from '../text/lines.ts'
import { fullZone, nameOfZone, zoneOpening } from './zone-issuer.ts'

/** Where the issuer may be named. All folded, without pinyin. */
export interface IssuerClues {
  readonly title: string | null
  readonly header: readonly Line[]
  /** 来源, 发布机构, the site's name: who put the page up, in the order of their weight. */
  readonly publishers: readonly string[]
  readonly body: string
}

/** The issuer in a title ends where the title says what it is about or which year. */
const SUBJECT = /关于|20\d\d|二[〇○零]|推进|法治|依法|年度|贯彻|落实|开展|加强/
/** 2021年度甲县水利局…, 关于2021年甲县…: the year may stand before the issuer. */
const YEAR_FIRST =
  /^(?:关于)?(?:报送|上报|呈报|公[布开]|印发)?(?:(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?)?/
const GOVERNMENT = /[省市区县旗盟州镇乡]$|街道?$|地区$/
/** 大张镇 and the like: a township that no list needs to hold, at the start of a clause. */
const TOWNSHIP = /^[\u4e00-\u9fff]{1,6}?(?:[镇乡](?!村|政|街|党)|街道)/
const HAN = '[\\u4e00-\\u9fff]'
/** Last words of the names of bodies, except at the beginning of another word: 局面, 厅长, 部门. */
const BODY_WORDS = [
  '人民政府',
  '政府',
  '委员会',
  '办事处',
  '管委会',
  '公署',
  '总局',
  '局(?!面|势|部|限|地|长)',
  '厅(?!长)',
  '(?<!部)署(?!名|理)',
  '卫生健康委',
  '发展改革委',
  '(?<=^.{2,12})(?<![全支干内本总外])部(?!门|分|署|队|委|属)',
]
/** A body's own part behind its name: 甲市公安局乙区分局. */
const PARTS_OF_BODIES = [`${HAN}{2,8}街道办事处`, `${HAN}{2,6}(?:分局|管理局)`, '办公[室厅]']
/** The bodies that report, named from their place or their own first word. */
const BODY = new RegExp(`^(?:原)?${HAN}{1,24}?(?:${BODY_WORDS.join('|')})(?:${PARTS_OF_BODIES.join('|')})?`)
const NOT_A_BODY =
  /^(?:也|更|又|还|既|正|是|有|我|本|全|各|在|按|根据|依据|以|为|坚持|深入|认真|贯彻|落实|推进|推动|有效|全力|切实|努力|打造|助力|促进|确保|所有|继续|不断|同时|围绕|对照|现)/
const CLAUSE =
  /(?:^|[,。:\n])\s{0,8}(?:20\d\d\s?年度?(?:以来)?,?|二[〇○零]..年,?|今年以来,)?\s?(?:现[将就把])?([^,。:;\n]{2,60})/g
/** 区委、区政府 stand over a text that speaks of 我局. */
const OWN_DEPARTMENT = /[我本](?:局|厅|委|办|中心|部门|单位)/
/** A place whose text speaks of 我局 is not the one that reports. */
const OWN_OFFICE = /我(?:[局厅委]|分局|[支大总]队)/
const OWN_BODY = /[我本](局|厅|委|分局|[支大总]队|[市县区旗州镇乡](?!委))/
/** How a government's text speaks of itself: a place of another kind named in it (我市…某镇获评) does not report. */
const OWN_PLACE =
  /我(自治[区州县旗]|[省市县区旗州镇乡]|街道?)|(?:^|[,。:\n;])(?:20\d\d年(?:以来)?,)?全([省市县区旗州镇乡])/
const ANNOUNCES = /现[将就把]/
/** 某镇荣获省级称号 is an award, not a report. */
const AWARDED = /^[^,。;]{0,10}(?:获评|荣获|获得|获批|入选|被评|创成|成功创建|作(?:了)?(?:交流|经验))/
/** 某区区司法局: a letter that a banner's maker wrote twice. 某市市场监督管理局 and 某市市中区 have it twice. */
const TWICE = /([省市县区州旗])\1(?![场容中南北辖直属级域]|城(?!管(?!理)|市)|政(?:公|工|设|园))/
const PARTY_AND_GOVERNMENT = /^[省市区县州]委、?[省市区县州]政府/
/** A body whose place is left out is named from its government, and those of the state from the state. */
const OWN_WORD = new RegExp(
  [
    '^(?:司法|教育|公安|民政|财政|水利|水务|商务|卫生健康|应急管理|生态环境|自然资源|交通运输|农业农村|市场监督管理|人力资源和社会保障|文化和旅游)[厅局委]',
    '^(?:自治区|[省市区县州盟旗镇乡]|街道|开发区|高新区|经开区|新区|管委会|原|国家|中国|国务院)',
    `^${HAN}{1,7}[市县区州旗](?=${HAN}{2,14}[局委办]$)`,
    '[部署]$',
  ].join('|'),
)
/** A name that holds one of these is the beginning of a sentence that ends in a body's word. */
const IN_A_SENTENCE =
  /推进|开展|坚持|加强|深入|认真|落实|扎实|按照|围绕|领导|法治政府|建设(?!局|厅|委|和|部)|服务型|数字政府|开创|在|被|各级|召开|覆盖|依托|支部|累计|组织(?!部)|干部(?!局)|[我全各本][省市区县镇乡局街]|^[省市区县州局][局厅委办]$/
/** The sentences that open a report name who reports. */
const LEAD = 400
const TAIL = 200

/**
 * The government or department that reports, its name as full as the document gives it: in the title, on a line of its
 * own, in the opening sentences or under the text. Null if none of these names it.
 */
export function issuerOf(clues: IssuerClues): string | null {
  const complete = (words: string | null) => completed(words, clues)
  const titled = complete(clues.title === null ? null : issuerInTitle(clues.title))
  const said = titled ?? issuerLine(clues.header) ?? complete(issuerInLead(clues.body))
  const named = said ?? signature(clues.body) ?? publisherItself(clues)
  return named === null ? null : writtenOnce(fullest(named, clues))
}

function issuerInTitle(title: string): string | null {
  const named = title
    .replace(/^.*[】|]/, '')
    .replace(/^.*《(?=.{12})/, '')
    .replace(YEAR_FIRST, '')
  const name = named.slice(0, named.search(SUBJECT))
  return name.length > 1 && !NOT_A_BODY.test(name) ? name : null
}

/** The line nearest to the text: those further up are the site and its superiors. */
function issuerLine(header: readonly Line[]): string | null {
  const line = header
    .map(({ text }) => squeeze(text).replace(/文件$/, ''))
    .findLast((words) => ISSUER_LINE.test(words) && !/网$|网站/.test(words))
  return line ?? null
}

function issuerInLead(body: string): string | null {
  const lead = body.slice(0, LEAD)
  const zone = zoneOpening(lead)
  if (zone !== null) return zone
  for (const { 0: all, 1: clause, index } of lead.matchAll(CLAUSE)) {
    const words = squeeze(clause!)
    if (NOT_A_BODY.test(words)) continue
    const both = PARTY_AND_GOVERNMENT.exec(words)?.[0]
    if (both !== undefined && OWN_DEPARTMENT.test(lead)) continue
    const name = both ?? BODY.exec(words)?.[0]
    const place = leadingPlace(words)
    if (
      name !== undefined &&
      !AWARDED.test(words.slice(name.length)) &&
      !IN_A_SENTENCE.test(name) &&
      (place !== null || OWN_WORD.test(name) || isCalled(name))
    )
      return name
    if (place !== null && !ANNOUNCES.test(all) && isPassing(place, lead.slice(0, index))) continue
    if (place !== null && !/[我全各本][镇乡县市区]/.test(place) && !(OWN_OFFICE.test(lead) && !TOWNSHIP.test(place)))
      return place
  }
  return null
}

/** Whether a place is another than what the text has called its own: one of those that did well. */
function isPassing(place: string, before: string): boolean {
  const own = OWN_PLACE.exec(before)
  const unit = own?.[1] ?? own?.[2]
  if (unit === undefined) return false
  return unit.startsWith('街') ? !/街道?$/.test(place) : !place.endsWith(unit)
}

/** 烟台人力资源和社会保障局: a city, a county or a district called without its 市, 县 or 区. */
function isCalled(name: string): boolean {
  return [2, 3].some((length) => ['市', '县', '区'].some((unit) => unitsNamed(name.slice(0, length) + unit).length > 0))
}

/** 西城区, 重庆市开州区紫水乡 at the start of the words. */
function leadingPlace(words: string): string | null {
  let end = 0
  for (const place of findPlaces(words, { townships: true })) if (place.start === end) end = place.end
  if (end > 0) return words.slice(0, end)
  return TOWNSHIP.exec(words)?.[0] ?? null
}

/** A line under the text that only names a body. */
function signature(body: string): string | null {
  const lines = body.slice(-TAIL).split('\n').slice(1).map(squeeze)
  return lines.find((words) => ISSUER_LINE.test(words)) ?? null
}

/** A text that only says 我局 is by its publisher, if that is a 局; one that says 我市, if that is a city's government. */
function publisherItself({ publishers, body }: IssuerClues): string | null {
  const own = OWN_BODY.exec(body.slice(0, LEAD))?.[1]
  if (own === undefined) return null
  const end = /[市县区旗州镇乡]/.test(own) ? `${own}人民政府` : own
  return publishers.find((name) => (ISSUER_LINE.test(name) || /队$/.test(name)) && name.endsWith(end)) ?? null
}

function writtenOnce(name: string): string {
  const at = TWICE.exec(name)?.index ?? -1
  const isPlace = at > 0 && findPlaces(name.slice(0, at + 1), { townships: false }).at(-1)?.end === at + 1
  return isPlace ? name.slice(0, at) + name.slice(at + 1) : name
}

/** A place that reports is its government, a functional zone the body that runs it. */
function completed(name: string | null, clues: IssuerClues): string | null {
  if (name === null) return name
  if (zoneIn(name)?.end === name.length) return nameOfZone(name, clues)
  if (!GOVERNMENT.test(name)) return name
  if (/街道?$/.test(name)) return name.replace(/街道?$/, '街道办事处')
  return `${name}人民政府`
}

/** A publisher that ends in the issuer's name, or in its name without 市, 区, 县, gives it with its place before it. */
function fullest(name: string, { publishers, header }: IssuerClues): string {
  const longer = [...publishers, ...header.map(({ text }) => squeeze(text).replace(/文件$/, ''))]
    .map((words) => /[\u4e00-\u9fff()]+$/.exec(words)?.[0] ?? '')
    .filter((words) => words.length > name.length && words.length < name.length + 14 && words.endsWith(name))
    .filter((words) => findPlaces(words, { townships: false })[0]?.start === 0)
  return longer[0] ?? fullZone(name, publishers) ?? name
}
