import type { DivisionRank } from '../regions/division.ts'
import type { PlaceMention } from '../regions/find-places.ts'
import type { DepartmentLevel, Level } from '../report/report.ts'

export interface Standing {
  readonly level: Level | null
  readonly departmentLevel: DepartmentLevel
}

type GovernmentLevel = Exclude<DepartmentLevel, null>

const TOWNSHIP = /(?:[镇乡]|街道|街|苏木)(?:党委|党工委|人民政府|政府|办事处)?$|(?<!驻.{1,6})办事处$/
const GOVERNMENT = /(?:人民政府|政府|公署|管委会|管理委员会|[委、]政府)$|(?:人民政府|政府)$/
const MINISTRY =
  /^(?:原)?(?:中国|国家|中华|国务院|中央)|^(?:原)?[\u4e00-\u9fff]{2,10}部$|^(?:原)?(?:海关|应急管理|审计)(?:总)?署$/
const OWN_LETTER = /^([省市区县州旗盟])/
/** Of a place that the gazetteer does not hold, or not alone: the letter before the body's own name. */
const LAST_LETTER = /^[\u4e00-\u9fff]{1,10}([省市区县州旗盟])[^省市区县州旗盟]{2,20}$/
/** How the text speaks of itself. */
const OWN_DEPARTMENT =
  /[我本](?:局|厅|委|办|中心|院|队|部门|单位|部|署|司)(?!托|员)|各[科股处]室|(?:^|[^\u4e00-\u9fff]|[由以经在])[局厅]党[委组]|^20\d\d年,?全[省市区县州](?!政府)[\u4e00-\u9fff]{2,6}系统/
const OWN_TOWNSHIP = /[我本](?:镇|乡|街道|街)/
const WHOLE_TOWNSHIP = /全[镇乡]|全街/
/** 2021年来,街道按照…: a sentence whose subject is the street or the town itself. */
const TOWNSHIP_SUBJECT = /(?:^|[,。:\n])\s?(?:街道(?![、和与])|[镇乡]党委)/
const WHOLE_OTHER = /[我全][省市区县州旗]/
/** What each level's government is called, without the word before or after it that makes it one's own or a superior. */
const GOVERNMENTS: readonly (readonly [GovernmentLevel, string])[] = [
  ['county', '(?:(?<!自治)区|[县旗])'],
  ['prefecture', '(?<!直辖)[市州盟]'],
  ['province', '(?:省|自治区)'],
]
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
  if (issuer !== null) return standingOfNamed(issuer, place, sample)
  if (/国务院:/.test(header)) return { level: 'province', departmentLevel: null }
  if (OWN_DEPARTMENT.test(sample)) {
    const of = place === 'township' ? null : place
    return { level: 'department', departmentLevel: of ?? levelAround(sample + header) }
  }
  const lead = sample.slice(0, LEAD)
  const isTownship = WHOLE_TOWNSHIP.test(lead) || (TOWNSHIP_SUBJECT.test(lead) && !WHOLE_OTHER.test(lead))
  if (OWN_TOWNSHIP.test(sample) || isTownship) return { level: 'township', departmentLevel: null }
  return { level: levelAround(sample), departmentLevel: null }
}

function standingOfNamed(issuer: string, place: DivisionRank | null, sample: string): Standing {
  const own = place === 'township' ? null : (place ?? levelOfLetter(issuer))
  if (place === null && MINISTRY.test(issuer) && !/[县区]/.test(issuer))
    return { level: 'department', departmentLevel: null }
  if (TOWNSHIP.test(issuer)) return { level: 'township', departmentLevel: null }
  if (GOVERNMENT.test(issuer))
    return {
      level: /管委会$|管理委员会$/.test(issuer) ? 'county' : (own ?? levelAround(sample)),
      departmentLevel: null,
    }
  if (/(?<!办公)厅$/.test(issuer)) return { level: 'department', departmentLevel: 'province' }
  return { level: 'department', departmentLevel: own ?? levelAround(sample) }
}

/** 县委、县政府, 区司法局, 省卫生健康委. */
function levelOfLetter(issuer: string): GovernmentLevel | null {
  const letter = issuer.startsWith('自治区') ? '省' : (OWN_LETTER.exec(issuer) ?? LAST_LETTER.exec(issuer))?.[1]
  if (letter === undefined) return null
  return letter === '省' ? 'province' : /[市州盟]/.test(letter) ? 'prefecture' : 'county'
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
