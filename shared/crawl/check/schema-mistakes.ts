import * as v from 'valibot'
import { SYSTEM_CHOICES } from '../lists/system-names.ts'
import type { portalsFile } from '../portals.ts'
import { type Mistake, shown } from './mistake.ts'

/** What a field must be, and what to write, by the path without the numbers. Of others the schema's own words are told. */
const FIELDS: Readonly<Record<string, readonly [why: string, todo: string]>> = {
  contact: ['it is one web address or mail address', 'write where operators can reach you'],
  fromYear: ['a year is a whole number from 2000', 'write the first year expected'],
  portals: ['a file has a list of at least one portal', 'write [{…}] with an entry for each portal'],
  'portals.*': ['an entry is an object', 'write {"id": …, "name": …, "hosts": […], "lists": […]}'],
  'portals.*.id': [
    'an id is up to 40 letters, digits, hyphens and underscores and begins with a letter or digit',
    'write such an id',
  ],
  'portals.*.name': ['a name has 1 to 100 characters', 'write the name of the government or body'],
  'portals.*.regionCode': [
    'a region is the six digits of GB/T 2260 in quotation marks',
    'write them, or null for a department or collection',
  ],
  'portals.*.fromYear': ['a year is a whole number from 2000', 'write the first year expected'],
  'portals.*.seeds': ['seeds are a list', 'write [{"countiesOf": "440100"}]'],
  'portals.*.seeds.*': ['a seed is an object', 'write {"countiesOf": "440100"}'],
  'portals.*.seeds.*.countiesOf': [
    'a region is the six digits of GB/T 2260 in quotation marks',
    'write the code of a prefecture or province',
  ],
  'portals.*.seeds.*.fromYear': ['a year is a whole number from 2000', 'write the first year expected'],
  'portals.*.hosts': ['hosts are a list of at most 50 names', 'write ["www.a.gov.cn"]'],
  'portals.*.hosts.*': ['a host is name or name:port', 'write it without http:// and without a path'],
  'portals.*.lists': ['a portal has 1 to 50 lists', 'write [{"url": "https://…"}]'],
  'portals.*.lists.*': ['a list is an object', 'write {"url": "https://…"}'],
  'portals.*.lists.*.url': [
    'an address begins with http:// or https:// and has at most 800 characters',
    'copy it from the browser',
  ],
  'portals.*.lists.*.system': [`the systems are ${SYSTEM_CHOICES.join(', ')}`, 'write one of them, or leave it out'],
  'portals.*.lists.*.expects': ['rule_of_law_annual_report is all that is looked for', 'leave it out'],
  'portals.*.lists.*.recipe': ['a recipe is an object', 'write it as in docs/portals.md#recipes'],
  'portals.*.schedule': ['EventBridge Scheduler would not take it', 'write rate(1 day) or cron(30 8 * * ? *)'],
  'portals.*.delaySeconds': ['a pause is 0 to 300 seconds', 'write such a number, or leave it out for 2'],
  'portals.*.maxPages': ['it is a whole number from 1 to 500', 'write such a number, or leave it out for 20'],
  'portals.*.certificate': [
    'it is one certificate in PEM',
    'write all of it from -----BEGIN CERTIFICATE----- on, with \\n for the ends of lines',
  ],
  'portals.*.paused': ['it is true or false', 'write one of them without quotation marks'],
}

type Issue = v.InferIssue<typeof portalsFile>

/** What the schema says against a file, whose JSON is an object: one mistake a place. */
export function schemaMistakes(json: unknown, schema: typeof portalsFile): Mistake[] {
  const { issues = [] } = v.safeParse(schema, json)
  const mistakes = new Map<string, Mistake>()
  // The one check without a place is that of ids, which are told with theirs.
  for (const issue of issues) {
    const path = v.getDotPath(issue)
    if (path !== null && !mistakes.has(path)) mistakes.set(path, { path, ...explained(issue, path) })
  }
  return [...mistakes.values()]
}

function explained(issue: Issue, path: string): Omit<Mistake, 'path'> {
  const isKey = issue.type === 'strict_object' && issue.message.startsWith('Invalid key')
  if (isKey && issue.expected === 'never') {
    return { what: 'is no field', why: 'nothing reads it', todo: 'correct its spelling or remove it' }
  }
  const [rule, todo] = ruleOf(path, issue)
  // A check of its own has a message that says more than the rule.
  const why = issue.type === 'check' && path.endsWith('.schedule') ? issue.message : rule
  const isMissing = inputOf(issue) === undefined
  return isMissing ? { what: 'is missing', why, todo } : { what: `${shown(inputOf(issue))} cannot be used`, why, todo }
}

function ruleOf(path: string, { message }: Issue): readonly [string, string] {
  const place = path.replace(/\.[0-9]+(?=\.|$)/g, '.*')
  return FIELDS[place] ?? [`${place.split('.').at(-1)} ${saying(message)}`, 'write it as in docs/portals.md']
}

/** The schema's own words begin with `must` or `has`; those of valibot with `Invalid …: Expected … but received …`. */
function saying(message: string): string {
  if (message.startsWith('Invalid key')) return 'is needed'
  const expected = /Expected (?<what>.+?) but received/.exec(message)?.groups?.what
  return expected === undefined ? message : `must be ${expected}`
}

function inputOf({ path }: Issue): unknown {
  return path?.at(-1)?.value
}
