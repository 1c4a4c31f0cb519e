import type { ReportFacts, Section, Warning } from '../../report/report.ts'

const YEAR = /(?<!\d)(20\d\d)(?:年|年度)/g
/** How much of a part is searched for its heading, because blanks or line breaks may be before it. */
const HEADING_REACH = 20

/**
 * Headings whose year is not the report's: what was achieved belongs to its year, what is planned to the one after. Most
 * often last year's heading was left standing.
 */
export function unfittingYears({ year, sections }: Pick<ReportFacts, 'year' | 'sections'>): Warning[] {
  if (year === null) return []
  return sections.flatMap((section) => {
    const years = [...(section.heading ?? '').matchAll(YEAR)].map(([, digits]) => Number(digits))
    const expected = expectedYear(section, year)
    if (expected === null || years.length !== 1 || years[0] === expected) return []
    return [
      {
        code: 'year_does_not_fit',
        message: `The heading speaks of ${years[0]}, the report is on ${year}.`,
        start: section.start,
        end: Math.min(section.end, section.start + HEADING_REACH + section.heading!.length),
      },
    ]
  })
}

function expectedYear({ role, level }: Section, year: number): number | null {
  if (level !== 1) return null
  if (role === 'achievements' || role === 'responsibility') return year
  return role === 'plans' ? year + 1 : null
}
