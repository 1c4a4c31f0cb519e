import { type Division, holds, RANKS } from '../regions/division.ts'
import { findPlaces, type PlaceMention } from '../regions/find-places.ts'
import { isOfToday, unitsNamed } from '../regions/gazetteer.ts'
import { PROVINCE_ENDS } from '../regions/local-words.ts'
import { placeOfZone } from '../regions/zones.ts'

/** Names of documents say whose they are: 《金平县…办法》. */
const DOCUMENT_NAME = /《([^》\n]{2,80})》/g
/** A document that one takes as a model is another's. */
const MODEL = /(?:借鉴|参考|参照|赴|考察|对口|吸收)[^《。]{0,10}$/
const BRANCH = /(?:局([\u4e00-\u9fff]{2,3})分局|市([\u4e00-\u9fff]{2,3})生态环境局)$/
/** 2024年,广东…: a province that reports leaves its 省 out as easily as not. */
const BARE_PROVINCE =
  /^(?:20\d\d年(?:以来)?,)?([\u4e00-\u9fff]{2,3}?)(?=认真|坚持|深入|全面|扎实|始终|牢牢|紧紧|贯彻|落实|推进|着力|持续|切实)/
/** In its first sentences a department names the committee and government that it works under. */
const OVER_IT = /^(?:党)?委(?!员|办|政法|依法|全面|网信|组织|宣传|党校)|^人民政府/
/** Known names behind a letter that ends the name of a place which no list holds: the two are another place than the known one. */
const BEHIND_UNKNOWN = /[\u4e00-\u9fff]{2}[省市州盟旗县区]$|^(?![原在驻于和与现就至由以对省市县区])[\u4e00-\u9fff]$/
/** 与某县委 means one works with it, not under it. */
const PARTNER = /(?:[与同跟]|联合|会同|配合)(?:中共)?$/
const LEAD = 300
/** How much of a text is searched for places. */
export const SAMPLE = 30_000

/** The place named last in the issuer's name, or in the title's beginning: the one that reports, or whose body does. */
export function ownPlace(issuer: string | null, title: string | null): PlaceMention | null {
  const named = issuer === null ? [] : findPlaces(issuer, { townships: true }).filter(beginsAName(issuer))
  const ofZone = issuer === null ? null : placeOfZone(issuer)
  if (ofZone !== null) return townshipOf(ofZone, issuer!) ?? ofZone
  if (named.length > 0 && BEHIND_UNKNOWN.test(issuer!.slice(0, named[0]!.start)))
    return isTownship(named.at(-1)!) ? { ...named.at(-1)!, candidates: [] } : null
  if (named.length > 0) return branchPlace(issuer!, named.at(-1)!) ?? ofToday(named.at(-1)!)
  const inTitle = findPlaces(title?.replace(/关于.*|20\d\d.*/, '') ?? '', { townships: true })
  return inTitle.at(-1) ?? null
}

/** 巢湖市 was a prefecture and is a county: a name of units of several ranks means that of today, if that is one. */
function ofToday(place: PlaceMention): PlaceMention {
  const ranks = new Set(place.candidates.map(({ rank }) => rank))
  const today = place.candidates.filter(({ code, name }) => name === place.name && isOfToday(code))
  return ranks.size > 1 && today.length === 1 ? { ...place, candidates: today } : place
}

/** The township that a body of a zone is of: 某高新区某街道办事处. */
function townshipOf(zone: PlaceMention, issuer: string): PlaceMention | null {
  const last = findPlaces(issuer, { townships: true }).at(-1)
  if (last === undefined || !isTownship(last) || last.start < zone.end) return null
  const candidates = last.candidates.filter((place) => zone.candidates.some((around) => holds(around, place)))
  return { ...last, candidates }
}

function isTownship({ candidates }: PlaceMention): boolean {
  return candidates.every(({ rank }) => rank === 'township')
}

/** 大街街道 in 银杏大街街道办事处 is no place of its own: a township's name begins with the issuer's, or behind its county's. */
function beginsAName(issuer: string): (place: PlaceMention, at: number, all: readonly PlaceMention[]) => boolean {
  return ({ start, candidates }, at, all) =>
    start === 0 ||
    all[at - 1]?.end === start ||
    /(?:政府|委员会|党委|[省市区县旗盟州局镇乡])$/.test(issuer.slice(0, start)) ||
    candidates.some(({ rank }) => rank !== 'township')
}

/** 某市公安局甲乙分局 is the district's, which its name gives without 区. */
function branchPlace(issuer: string, city: PlaceMention): PlaceMention | null {
  const branch = BRANCH.exec(issuer)
  const name = branch?.[1] ?? branch?.[2]
  const within = ['区', '县', '市'].flatMap((end) => unitsNamed(name + end))
  const candidates = within.filter((place) =>
    city.candidates.some((around) => around !== place && holds(around, place)),
  )
  return name === undefined || candidates.length === 0 ? null : { ...city, name, candidates }
}

/**
 * The city of a text that says 我市 and no more: the only one named around the text and in its documents' titles, or the
 * county-level one named there as often as the only other, which holds it: a city cites its superior's documents, hardly
 * one of its counties'. Its rank settles the level too.
 */
export function cityNamed(around: readonly string[], body: string): PlaceMention | null {
  return innermost([...around, ...documentNames(body)], ({ name }) => name.endsWith('市'))
}

/** The place of a department that says 我局 and no more, by its documents' titles; a province's laws settle nothing. */
export function placeOfDocuments(body: string): PlaceMention | null {
  return innermost(
    documentNames(body),
    ({ candidates }) => candidates.length === 1 && candidates[0]!.rank !== 'province',
  )
}

/** The titles of the documents that the text cites, without those that it only takes as a model. */
export function documentNames(body: string): string[] {
  const sample = body.slice(0, SAMPLE)
  return [...sample.matchAll(DOCUMENT_NAME)]
    .filter(({ index }) => !MODEL.test(sample.slice(Math.max(0, index - 14), index)))
    .map(([, name]) => name!)
}

/** The only place named, or the inner of two if the outer is named no more often; null if there are others. */
function innermost(names: readonly string[], isWanted: (place: PlaceMention) => boolean): PlaceMention | null {
  const places = names.flatMap((name) => findPlaces(name, { townships: false }).filter(isWanted))
  const times = new Map<Division, number>()
  for (const { candidates } of places) times.set(candidates[0]!, (times.get(candidates[0]!) ?? 0) + 1)
  const [first, second, ...others] = [...times].sort(([a], [b]) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank))
  if (first === undefined || others.length > 0) return null
  if (second !== undefined && (second[1] > first[1] || first[0].rank === second[0].rank || !holds(second[0], first[0])))
    return null
  return places.find(({ candidates }) => candidates[0] === first[0])!
}

/** The province that opens the text by its bare name; null if no province does. */
export function provinceOpening(body: string): PlaceMention | null {
  const name = BARE_PROVINCE.exec(body)?.[1]
  const candidates = PROVINCE_ENDS.flatMap((end) => unitsNamed(`${name}${end}`)).filter(
    ({ rank }) => rank === 'province',
  )
  return name === undefined || candidates.length !== 1 ? null : { start: 0, end: 0, name, candidates }
}

/** The place whose 党委 a department's opening names, the lowest if it names several; null if it names no such place. */
export function placeOver(body: string): PlaceMention | null {
  const lead = body.slice(0, LEAD)
  const over = findPlaces(lead, { townships: false }).filter(
    ({ start, end }) => OVER_IT.test(lead.slice(end, end + 4)) && !PARTNER.test(lead.slice(0, start)),
  )
  const rankOf = ({ candidates }: PlaceMention) => Math.min(...candidates.map(({ rank }) => RANKS.indexOf(rank)))
  return over.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? null
}
