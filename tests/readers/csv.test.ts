import { describe, expect, it } from 'vitest'
import { boolean, type Columns, number, string } from '../../shared/readers/columns/column.ts'
import { csvOf } from '../../shared/readers/csv.ts'

interface Row {
  readonly text: string | null
  readonly value: number | null
  readonly isSure?: boolean
}

const columns: Columns<Row> = {
  text: string('Some text.', ({ text }) => text),
  value: number('Some number.', ({ value }) => value),
  is_sure: boolean('Yes or no.', ({ isSure = null }) => isSure),
}

describe('CSV', () => {
  it('begins with a mark and a header, and ends lines with CR LF', () => {
    expect(csvOf([{ text: '攸县', value: 1.5, isSure: true }], columns)).toBe(
      '\ufefftext,value,is_sure\r\n攸县,1.5,true\r\n',
    )
    expect(csvOf([], columns)).toBe('\ufefftext,value,is_sure\r\n')
  })

  it.each([
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\rlines', '"two\rlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['＝1+1', "'＝1+1"],
    ['\tx', "'\tx"],
    ['', ''],
    [null, ''],
  ])('writes %j as %s', (text, cell) => {
    expect(csvOf([{ text, value: null }], columns)).toBe(`\ufefftext,value,is_sure\r\n${cell},,\r\n`)
  })

  it('keeps numbers, and false apart from nothing', () => {
    expect(csvOf([{ text: 'x', value: -5, isSure: false }], columns)).toContain('\r\nx,-5,false\r\n')
    expect(csvOf([{ text: 'x', value: 1e21 }], columns)).toContain('x,1e+21,\r\n')
  })
})
