import * as v from 'valibot'
import { FETCH_PROBLEMS } from '../crawl/fetch/fetch-error.ts'
import type { KeptRobots } from '../crawl/hosts.ts'
import type { RobotsVerdict } from '../crawl/robots/robots.ts'
import { described, type EntriesOf } from '../report/attributes.ts'
import type { RowKind } from './read-rows.ts'

const time = v.pipe(v.number(), v.title('milliseconds since 1970'))

type VerdictOf<Kind> = Extract<RobotsVerdict, { kind: Kind }>

const kindIs = <const Kind extends string>(kind: Kind) =>
  described(v.literal(kind), 'Everything is allowed, everything is forbidden, rules tell, or the host did not answer.')
const why = described(v.string(), 'Why everything is allowed or forbidden, or what came instead of an answer.')

const verdict = v.variant('kind', [
  v.object({ kind: kindIs('allow'), why } satisfies EntriesOf<VerdictOf<'allow'>>),
  v.object({ kind: kindIs('forbid'), why } satisfies EntriesOf<VerdictOf<'forbid'>>),
  v.object({
    kind: kindIs('rules'),
    text: described(v.string(), 'The rules of robots.txt that concern this crawler.'),
  } satisfies EntriesOf<VerdictOf<'rules'>>),
  v.object({
    kind: kindIs('unanswered'),
    problem: described(v.picklist(FETCH_PROBLEMS), 'What kept the host from answering.'),
    why,
  } satisfies EntriesOf<VerdictOf<'unanswered'>>),
])

/** What all functions of the crawl share about one host. */
const hostRow = v.pipe(
  v.object({
    host: described(v.string(), 'Key. `name` or `name:port`.'),
    turn: v.optional(described(v.string(), 'Id of the turn that is being taken. Absent while nobody asks the host.')),
    turnEnds: v.optional(described(time, 'When that turn ends if its function dies.')),
    notBefore: v.optional(described(time, 'The next request is made at this time or later.')),
    robots: v.optional(
      described(
        v.object({
          verdict: described(verdict, 'What robots.txt lets the crawl fetch.'),
          readAt: described(time, 'When it was read.'),
        } satisfies EntriesOf<KeptRobots>),
        "The host's robots.txt, as it was last read.",
      ),
    ),
    expiresAt: described(
      v.pipe(v.number(), v.title('seconds since 1970')),
      'When DynamoDB may remove the row: 30 days after the last request.',
    ),
  }),
  v.readonly(),
)

export type HostRow = v.InferOutput<typeof hostRow>

export const hostRows = { table: 'hosts', key: ['host'], schema: hostRow } satisfies RowKind
