import * as v from 'valibot'
import { count, described, documentId, isoTime, ordinal } from '../report/attributes.ts'
import { runResult } from './document-row.ts'
import type { RowKind } from './read-rows.ts'

const stateIs = <const State extends string>(state: State) =>
  described(
    v.literal(state),
    '`open`: a parser reads the file; `sent`: its figures are on their way; `ended`: the document shows this run or a newer one.',
  )

const common = {
  documentId: described(documentId, 'Key. The document that is read.'),
  run: described(ordinal, 'Sort key. Counts the attempts at a document that must be told apart.'),
  parserVersion: described(ordinal, 'Version of the parser of this run.'),
  updatedAt: described(isoTime, 'Last change of the row.'),
}

/** Of a run that does not come to its end. */
const troubles = {
  requeues: v.optional(described(count, 'How often the reconciler sent it again. Absent before the first time.')),
  error: v.optional(described(v.string(), "Name of the error that ended the run's last attempt. Absent if none did.")),
  detail: v.optional(described(v.string(), 'That error as a sentence.')),
  requestId: v.optional(described(v.string(), 'The request to look for in the log.')),
}

/** A run that is under way, or ended lately. The reconciler removes ended ones, with rows that may have come late. */
const runRow = v.pipe(
  v.variant('state', [
    v.object({ ...common, ...troubles, state: stateIs('open') }),
    v.object({
      ...common,
      ...troubles,
      state: stateIs('sent'),
      result: described(
        v.pipe(runResult, v.title('map')),
        'What the row of the document will show: its attributes from `kind` to `chunks`.',
      ),
      writtenChunks: v.optional(
        described(
          v.pipe(v.set(count), v.readonly()),
          'Numbers of the messages whose rows are written. Absent before the first one.',
        ),
      ),
    }),
    v.object({ ...common, state: stateIs('ended') }),
  ]),
  v.readonly(),
)

export type RunRow = v.InferOutput<typeof runRow>

export const runRows = { table: 'runs', key: ['documentId', 'run'], schema: runRow } satisfies RowKind
