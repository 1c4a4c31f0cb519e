import { BOUNDS, type Label, PERIODS, ROLES } from '../labels/label.ts'

const COLUMNS = 7
const NONE = '-'
const OR = ' / '

/** What a label says of its figure, beside where it is. */
type Figure = Omit<Label, 'before' | 'raw' | 'nth'>

/** One line of a table of labels. @param marked the figure's words in the text */
export function readLine(
  line: string,
  marked: string,
): { readonly figure: Figure; readonly faults: readonly string[] } {
  const columns = line.split('\t')
  const [raw = '', measured = '', facets = '', codes = '', scopes = '', topics = '', subject = ''] = columns
  const [value = '', ...unit] = measured.split(' ')
  const named = facets === NONE ? [] : facets.split(' ')
  const facet = <Value extends string>(values: readonly string[]) => named.find((one) => values.includes(one)) as Value
  const [code = null, ...codeAlt] = readingsOf(codes)
  const [scope = null, scopeAlt, ...moreScopes] = readingsOf(scopes)
  const [topic, ...topicAlt] = readingsOf(topics) as Label['topic'][]
  const unknown = named.filter((one) => ![BOUNDS, ROLES, PERIODS].some((values) => values.includes(one)))
  const period = facet<NonNullable<Label['period']>>(PERIODS)
  return {
    figure: {
      value: value === '' ? Number.NaN : Number(value),
      unit: unit.join(' '),
      bound: facet<Label['bound']>(BOUNDS) ?? 'exact',
      role: facet<Label['role']>(ROLES) ?? 'level',
      ...(period === undefined ? {} : { period }),
      subject,
      code,
      ...(codeAlt.length === 0 ? {} : { codeAlt }),
      scope,
      ...(scopeAlt === undefined ? {} : { scopeAlt }),
      topic: topic!,
      ...(topicAlt.length === 0 ? {} : { topicAlt }),
    },
    faults: [
      columns.length === COLUMNS ? '' : `has ${columns.length} columns, not ${COLUMNS} parted by one tab`,
      raw === marked ? '' : `stands where the text marks ${marked}`,
      ...unknown.map((one) => `names a facet that there is not: ${one}`),
      moreScopes.length === 0 ? '' : 'gives more than two scopes',
    ].filter((fault) => fault !== ''),
  }
}

const readingsOf = (column: string) => column.split(OR).map((one) => (one.trim() === NONE ? null : one.trim()))
