import type { DivisionRank } from '../regions/division.ts'
import type { PlaceMention } from '../regions/find-places.ts'
import { ZONE_NAME, zoneIn } from '../regions/zones.ts'
import type { DepartmentLevel, Level } from '../report/report.ts'
import { unitLetters } from './unit-letters.ts'

export interface Standing {
  readonly level: Level | null
  readonly departmentLevel: DepartmentLevel
}

type GovernmentLevel = Exclude<DepartmentLevel, 'zone' | null>

const TOWNSHIP = /(?:[镇乡]|街道|街|苏木)(?:党委|党工委|人民政府|政府|办事处)?$|(?<!驻.{1,6})办事处$/
const GOVERNMENT = /(?:政府|公署)$/
/** What follows the name of a zone in the name of the body that runs it; 国有资产监督管理委员会 is a department. */
const ZONE_BODY =
  /^(?:党工委|工委)?(?:管委会|管理委员会|(?:建设)?管理[局处]|管理办公室|管理服务中心|行政委员会|执委会|执行委员会)?(?:(?:党政)?办公室)?$/
const COMMITTEE_OF_ZONE = /(?:管委会|(?<!监督|公积金|基金)管理委员会)$/
const MINISTRY =
  /^(?:原)?(?:中国|国家|中华|国务院|中央)|^(?:原)?[\u4e00-\u9fff]{2,10}部$|^(?:原)?(?:海关|应急管理|审计)(?:总)?署$/
/** How the text speaks of itself. */
const OWN_DEPARTMENT =
  /[我本](?:局|分局|厅|委|办|中心|支队|大队|总队|院|队|部门|单位|部|署|司)(?!托|员)|各[科股处]室|(?:^|[^\u4e00-\u9fff]|[由以经在])[局厅]党[委组]|^20\d\d年,?全[省市区县州](?!政府)[\u4e00-\u9fff]{2,6}系统/
const OWN_TOWNSHIP = /[我本](?:镇|乡|街道|街)/
const WHOLE_TOWNSHIP = /全[镇乡]|全街/
/** 2021年来,街道按照…: a sentence whose subject is the street or the town itself. */
const TOWNSHIP_SUBJECT = /(?:^|[,。:\n])\s?(?:现将)?(?:街道(?![、和与])|[镇乡]党委)/
/** Only a province has a 厅. */
const OWN_OFFICE_OF_PROVINCE = /[我本]厅/
const WHOLE_OTHER = /[我全][省市区县州旗]/
/** What each level's government is called, without the word before or after it that makes it one's own or a superior. */
const GOVERNMENTS: readonly (readonly [GovernmentLevel, string])[] = [
  ['county', '(?:(?<!自治)区|[县旗])'],
  ['prefecture', '(?<!直辖)[市州盟]'],
  ['province', '(?:省|自治区)'],
]
/** 我局在某县委、县政府领导下: under whom the department works. */
const UNDER =
  /我[分支大总]?[局队委办厅]?[^。我]{0,8}在([^。]{4,60}?)(?:领导|指导|部署|关心|支持)|(?:^|[,。\n])在([^。]{4,60}?)(?:领导|指导|部署|关心|支持)[^。]{0,8},?[^,。]{0,6}我[分支大总]?[局队委办厅]/
const COMMITTEE_OVER = /([省市区县州旗盟])(?:党)?委(?!员)/g
/** 开发区党工委、管委会…, 现将经开区2023年…: a text whose subject is the zone itself. */
const ZONE_SUBJECT = new RegExp(
  `(?:^|[,。:\\n])\\s?(?:现将)?(?:${ZONE_NAME})(?:党工委|管委会|管理委员会|20\\d\\d年)|现将(?:我区|${ZONE_NAME})20\\d\\d年[^。]{0,40}报告(?=[^]*管委会)`,
)
/** 我县 is the reporter itself or its government; 全县 nearly always; 县委 may be whoever stands over it. */
const SELF_WEIGHT = 3
const WHOLE_WEIGHT = 2
const SAMPLE = 3000
const LEAD = 400

/**
 * The level of the body that reports, with the level of a department's government.
 * @param own the place named last in the issuer's name
 * @param header addressee lines: a report to the State Council is a province's
 */
export function standingOf(issuer: string | null, own: PlaceMention | null, header: string, body: string): Standing {
  const ranks = new Set(own?.candidates.map(({ rank }) => rank))
  const place = ranks.size === 1 ? [...ranks][0]! : null
  const sample = body.slice(0, SAMPLE)
  if (issuer !== null) return standingOfNamed(issuer, own, place, sample)
  if (/国务院:/.test(header)) return { level: 'province', departmentLevel: null }
  const lead = sample.slice(0, LEAD)
  if (OWN_DEPARTMENT.test(sample)) {
    const of = place === 'township' ? null : place
    return {
      level: 'department',
      departmentLevel:
        of ?? (OWN_OFFICE_OF_PROVINCE.test(lead) ? 'province' : (levelOver(sample) ?? levelAround(sample + header))),
    }
  }
  if (ZONE_SUBJECT.test(lead)) return { level: 'zone', departmentLevel: null }
  const isTownship = WHOLE_TOWNSHIP.test(lead) || (TOWNSHIP_SUBJECT.test(lead) && !WHOLE_OTHER.test(lead))
  if (OWN_TOWNSHIP.test(sample) || isTownship) return { level: 'township', departmentLevel: null }
  return { level: levelAround(sample), departmentLevel: null }
}

function standingOfNamed(
  issuer: string,
  mention: PlaceMention | null,
  place: DivisionRank | null,
  sample: string,
): Standing {
  const zone = TOWNSHIP.test(issuer) || GOVERNMENT.test(issuer) ? null : zoneIn(issuer)
  if (zone !== null)
    return ZONE_BODY.test(issuer.slice(zone.end))
      ? { level: 'zone', departmentLevel: null }
      : { level: 'department', departmentLevel: 'zone' }
  const own = place === 'township' ? null : levelOfName(issuer, mention, place)
  if (own === null && MINISTRY.test(issuer)) return { level: 'department', departmentLevel: null }
  if (TOWNSHIP.test(issuer)) return { level: 'township', departmentLevel: null }
  if (GOVERNMENT.test(issuer)) return { level: own ?? levelAround(sample), departmentLevel: null }
  if (COMMITTEE_OF_ZONE.test(issuer)) return { level: 'zone', departmentLevel: null }
  if (/(?<!办公)厅$/.test(issuer)) return { level: 'department', departmentLevel: 'province' }
  return { level: 'department', departmentLevel: own ?? levelOver(sample) ?? levelAround(sample) }
}

/** By the place that a body's name gives last: as the gazetteer says, or the letter of one that it does not hold. */
function levelOfName(
  issuer: string,
  mention: PlaceMention | null,
  place: Exclude<DivisionRank, 'township'> | null,
): GovernmentLevel | null {
  const known = mention === null ? -1 : issuer.lastIndexOf(mention.name)
  const rest = place === null || known === -1 ? issuer : issuer.slice(known + mention!.name.length)
  return unitLetters(rest).at(-1)?.rank ?? place
}

/** The lowest of those under whom the opening says the department works. */
function levelOver(sample: string): GovernmentLevel | null {
  const under = UNDER.exec(sample.slice(0, LEAD))
  const letters = [...(under?.[1] ?? under?.[2] ?? '').matchAll(COMMITTEE_OVER)].map(([, letter]) => letter!)
  const ranks = letters.flatMap((letter) => unitLetters(letter).map(({ rank }) => rank))
  return (['county', 'prefecture', 'province'] as const).find((rank) => ranks.includes(rank)) ?? null
}

/** The government that the text speaks of most. 我区 of an autonomous region is its province. */
function levelAround(text: string): GovernmentLevel | null {
  const words = /自治区党委|现将自治区|自治区法治政府/.test(text) ? text.replace(/(?<=[我全])区/g, '自治区') : text
  const times = (pattern: string) => words.match(new RegExp(pattern, 'g'))?.length ?? 0
  const weights = GOVERNMENTS.map(([level, name]) => ({
    level,
    weight:
      SELF_WEIGHT * times(`我${name}`) +
      WHOLE_WEIGHT * times(`全${name}`) +
      times(`${name}(?:委(?!员)|党委|政府|人民政府)`),
  }))
  const most = weights.toSorted((a, b) => b.weight - a.weight)[0]!
  return most.weight === 0 ? null : most.level
}
