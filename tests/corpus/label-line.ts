import * as v from 'valibot'
import { bound, period, role } from '../../shared/report/report-attributes.ts'
import type { Label } from '../labels/label.ts'

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
  const [code = null, ...codeAlt] = readingsOf(codes)
  const [scope = null, scopeAlt, ...moreScopes] = readingsOf(scopes)
  const [topic, ...topicAlt] = readingsOf(topics) as Label['topic'][]
  const unknown = named.filter((one) => ![bound, role, period].some((known) => v.is(known, one)))
  const saidPeriod = named.find((one) => v.is(period, one))
  return {
    figure: {
      value: value === '' ? Number.NaN : Number(value),
      unit: unit.join(' '),
      bound: named.find((one) => v.is(bound, one)) ?? 'exact',
      role: named.find((one) => v.is(role, one)) ?? 'level',
      ...(saidPeriod === undefined ? {} : { period: saidPeriod }),
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
