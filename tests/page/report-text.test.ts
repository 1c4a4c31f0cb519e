import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocksOf, type TextBlock, type TextPart, wordsOf } from '../../shared/page/report-text.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import type { QuotedFigure } from '../../shared/readers/sentences.ts'

const SAMPLES = join(import.meta.dirname, '../../samples/reports')

const partsOf = (block: TextBlock): readonly TextPart[] => (block.kind === 'table' ? block.rows.flat(2) : block.parts)

describe('the blocks of a report', () => {
  it.each(readdirSync(SAMPLES))('of %s have every figure in its place and lose no word', async (name) => {
    const { text, indicators, report } = await parseDocument(readFileSync(join(SAMPLES, name)))
    const figures = indicators as unknown as readonly QuotedFigure[]

    const blocks = blocksOf(text, report.sections, figures)

    const shown = blocks.flatMap(partsOf).filter((part) => typeof part !== 'string')
    expect(shown.map(({ figure, text: words }) => [figure.ordinal, words])).toEqual(
      indicators.map(({ ordinal, raw }) => [ordinal, raw]),
    )
    expect(wordsOf(blocks.flatMap(partsOf)).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
  })

  it('part a heading from the sentence that goes on in its line', () => {
    const text = '1. 加强应诉。出庭率98%。'
    const [heading, paragraph] = blocksOf(text, [{ level: 3, heading: '1. 加强应诉', start: 0 }], [])
    expect(heading).toMatchObject({ kind: 'heading', parts: ['1. 加强应诉。'] })
    expect(paragraph).toMatchObject({ kind: 'paragraph', parts: ['出庭率98%。'] })
  })

  it('are a paragraph where several sections begin in one line', () => {
    const sections = [0, 6].map((start) => ({ level: 2, heading: '一是查', start }))
    expect(blocksOf('一是查5件;二是办6件。', sections, [])).toEqual([
      { kind: 'paragraph', parts: ['一是查5件;二是办6件。'] },
    ])
  })

  it('are one table for lines in a row with tabs', () => {
    expect(blocksOf('类别\t件数\n处罚\t5件\n完', [], [])).toEqual([
      {
        kind: 'table',
        rows: [
          [['类别'], ['件数']],
          [['处罚'], ['5件']],
        ],
      },
      { kind: 'paragraph', parts: ['完'] },
    ])
  })
})
