import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { textTable } from '../../infra/cli/text-table.ts'

describe('textTable', () => {
  it('aligns columns, with Chinese characters two cells wide', () => {
    const lines = textTable(
      ['名', 'n'],
      [
        ['青石镇人民政府', '1'],
        ['ab', '22'],
      ],
    )
    expect(lines).toEqual(['名              n', '青石镇人民政府  1', 'ab              22'])
  })

  it('keeps to a width, for any text', () => {
    const lines = textTable(['a', 'b'], [['全年受理行政复议案件\n12件', '办结1.5万余件']], 20)
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(20)
    expect(lines[1]).toBe('全年受理行政复议案…')
  })

  it('removes control characters', () => {
    expect(textTable(['a'], [['x\u001b[2J\r\u202ey']])).toEqual(['a', 'x [2J y'])
  })
})
