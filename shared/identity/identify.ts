import type { PageFacts } from '../formats/canonical.ts'
import type { PlaceMention } from '../regions/find-places.ts'
import type { ReportFacts } from '../report/report.ts'
import type { Opening } from '../structure/opening.ts'
import { OTHER_TITLE } from '../structure/title-words.ts'
import { fold } from '../text/fold.ts'
import { type Line, squeeze, withoutPinyin } from '../text/lines.ts'
import { isLabelled } from '../text/page-labels.ts'
import { carriedReport } from './carried-report.ts'
import { isDraft } from './draft.ts'
import { headerFacts } from './header-facts.ts'
import { issuerOf } from './issuer.ts'
import { kindOf } from './kind.ts'
import { type Standing, standingOf } from './level.ts'
import { cityNamed, ownPlace, placeOfDocuments, placeOver, provinceOpening } from './own-place.ts'
import { NOWHERE, regionOf } from './region.ts'
import { scriptOf } from './script.ts'
import { titleAmong } from './title.ts'
import { namesPlace } from './unit-letters.ts'
import { asWrittenIn } from './written.ts'
import { yearOf } from './year.ts'

export type Identity = Omit<ReportFacts, 'publisherId' | 'sections' | 'bodyHash' | 'completeness' | 'warnings'>

export interface Evidence {
  readonly text: string
  /** The text in Simplified and half-width characters, unit for unit. */
  readonly folded: string
  readonly facts: PageFacts
  readonly opening: Opening
  /** The report's own text, folded and without pinyin. */
  readonly body: string
}

/** The site's name behind an article's title: `…报告_甲县人民政府门户网站`. */
const SITE_SUFFIX = /[\s_|—–-]+[^_|—–-]{2,30}$/

/** Who reports, on which year, published when; or why the document is no annual report. */
export function identify(evidence: Evidence): Identity {
  const { text, folded, facts, opening, body } = evidence
  const header = [...titleOfPage(facts), ...opening.header]
  const above = header.map(({ text }) => squeeze(text))
  const title = titleAmong(header, opening.onPage) ?? carriedReport(above, body)
  const { publishers, ...dated } = headerFacts(facts, opening.header, body)
  const common = {
    ...kindOf(title, { header, passed: opening.passed }, body),
    ...dated,
    script: scriptOf(text, folded),
  }
  const asWritten = asWrittenIn([facts.title ?? '', text].join('\n'), [fold(facts.title ?? ''), folded].join('\n'))
  if (common.kind === 'other')
    return {
      ...common,
      title: asWritten(title) ?? facts.title ?? asWritten(titleAmong(header, opening.onPage, OTHER_TITLE)),
      issuer: null,
      level: null,
      departmentLevel: null,
      region: NOWHERE,
      year: null,
      draft: false,
    }

  const issuer = issuerOf({ title, header, publishers, body })
  const lines = header.filter(({ text: line }) => !isLabelled(line)).map(({ text: line }) => squeeze(line))
  const around = [...publishers, ...lines]
  const { own, standing } = standingWithPlace(issuer, title, around, body)
  const isTraditional = common.script === 'hant'
  const region = regionOf({ title, issuer, around, siteCode: facts.siteCode, body, isTraditional }, own, standing)
  /** A Traditional copy's names are given in the official form if the gazetteer knows the place, else as they are written. */
  const asGiven = (words: string | null) => (isTraditional && region.code !== null ? words : asWritten(words))
  return {
    ...common,
    ...standing,
    title: asWritten(title),
    issuer: asGiven(issuer),
    region: { ...region, township: asGiven(region.township) },
    year: yearOf(title, body),
    draft: isDraft(header.map(({ text: line }) => line)),
  }
}

/** The body's level, and the place it is of: each may settle the other. */
function standingWithPlace(issuer: string | null, title: string | null, around: readonly string[], body: string) {
  const named = ownPlace(issuer, title)
  const standing = standingOf(issuer, named, around.join('\n'), body)
  if (named !== null) return { own: named, standing }
  if (standing.level === 'zone' || standing.departmentLevel === 'zone')
    return { own: placeOver(body) ?? placeOfDocuments(body), standing }
  const over = standing.level === 'department' && !(issuer !== null && namesPlace(issuer)) ? placeOver(body) : null
  if (over !== null && standing.departmentLevel !== 'province')
    return { own: over, standing: standingOf(issuer, over, around.join('\n'), body) }
  const province = standing.level === 'province' ? provinceOpening(body) : null
  if (province !== null) return { own: province, standing }
  const isOfUnknown = standing.level === 'department' && standing.departmentLevel === null
  const isCity = isOfUnknown || standing.level === 'prefecture' || standing.departmentLevel === 'prefecture'
  const city = isCity ? cityNamed(around, body) : null
  if (city !== null) return { own: city, standing: ofRank(city, standing) }
  const isUnplaced = standing.level === 'department' && standing.departmentLevel === null && issuer === null
  const cited = isUnplaced ? placeOfDocuments(body) : null
  return { own: cited, standing: cited === null ? standing : ofRank(cited, standing) }
}

/** 市 may be a municipality, a prefecture or a county: the place tells. */
function ofRank({ candidates }: PlaceMention, standing: Standing): Standing {
  const [rank, ...others] = new Set(candidates.map((place) => place.rank))
  if (rank === undefined || rank === 'township' || others.length > 0) return standing
  return standing.level === 'department'
    ? { level: 'department', departmentLevel: rank }
    : { level: rank, departmentLevel: null }
}

function titleOfPage({ title }: PageFacts): Line[] {
  if (title === null) return []
  const text = withoutPinyin(fold(title)).trim()
  const own = text.replace(SITE_SUFFIX, '')
  return [{ text: own === '' ? text : own, start: 0, end: 0 }]
}
