import type { ReportFacts, Section, Warning } from '../../report/report.ts'

const YEAR = /(?<!\d)(20\d\d)(?:年|年度)/g
/** How much of a part is searched for its heading, because blanks or line breaks may be before it. */
const HEADING_REACH = 20

/**
 * A title or headings whose year is not the report's: what was achieved belongs to its year, what is planned to the one
 * after. Most often last year's words were left standing.
 */
export function unfittingYears({ year, title, sections }: Pick<ReportFacts, 'year' | 'title' | 'sections'>): Warning[] {
  if (year === null) return []
  const headings = sections.flatMap((section) => {
    const expected = expectedYear(section, year)
    const named = yearNamed(section.heading)
    if (expected === null || named === null || named === expected) return []
    const end = Math.min(section.end, section.start + HEADING_REACH + section.heading!.length)
    return [unfitting(`The heading speaks of ${named}, the report is on ${year}.`, section.start, end)]
  })
  const named = yearNamed(title)
  if (named === null || named === year) return headings
  return [unfitting(`The title speaks of ${named}, the report is on ${year}.`, 0, sections[0]?.start ?? 0), ...headings]
}

/** Null if the words name no year, or more than one. */
function yearNamed(words: string | null): number | null {
  const years = [...(words ?? '').matchAll(YEAR)]
  return years.length === 1 ? Number(years[0]![1]) : null
}

function unfitting(message: string, start: number, end: number): Warning {
  return { code: 'year_does_not_fit', message, start, end }
}

function expectedYear({ role, level }: Section, year: number): number | null {
  if (level !== 1) return null
  if (role === 'achievements' || role === 'responsibility') return year
  return role === 'plans' ? year + 1 : null
}
