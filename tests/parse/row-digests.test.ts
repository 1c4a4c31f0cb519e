import { describe, expect, it } from 'vitest'
import { PARSER_VERSION } from '../../shared/report/parser-version.ts'
import { changedFiles, digestRows, recordedDigests } from './row-digests.ts'

const HOW_TO_CHANGE = `The rows of the labelled reports are not those recorded for version ${PARSER_VERSION} of the parser.
Rows may change only if PARSER_VERSION (shared/report/parser-version.ts) rises: stored rows of one version must all be alike.
If the change is meant, raise it. If a report was added or edited, leave it. Then run: node tests/parse/row-digests.ts`

describe('the rows of the labelled reports', () => {
  it('are those that were recorded for this version of the parser', async () => {
    expect(await digestRows(), HOW_TO_CHANGE).toEqual(recordedDigests()[PARSER_VERSION])
  })
})

describe('a recorded version', () => {
  it('lets reports be added and edited, but no rows change', () => {
    const recorded = { 'a.txt': 'id1 rows1', 'b.txt': 'id2 rows2' }
    const found = { 'a.txt': 'id1 rows9', 'b.txt': 'id9 rows9', 'c.txt': 'id3 rows3' }
    expect(changedFiles(recorded, found)).toEqual(['a.txt'])
  })
})
