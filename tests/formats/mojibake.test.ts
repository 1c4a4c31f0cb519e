import { describe, expect, it } from 'vitest'
import { clean } from '../../shared/formats/clean.ts'
import { repairMojibake } from '../../shared/formats/mojibake.ts'
import { encode } from './encode.ts'

/** A GBK text in which the lead byte of each 。 is lost, as a decoder shows it. */
function slipped(text: string): string {
  const bytes = [...encode(text, 'gb18030')]
  const damaged = bytes.map((byte, index) => (byte === 0xa1 && bytes[index + 1] === 0xa3 ? 0x3f : byte))
  return new TextDecoder('gb18030').decode(Uint8Array.from(damaged))
}

describe('repairMojibake', () => {
  it.each(['工作。現將', '完成。珸琈'])('undoes the slip in %s', (text) => {
    const damaged = slipped(text)
    expect(damaged).not.toBe(text)

    const { text: mended, warnings } = repairMojibake(damaged)

    expect(mended).toBe(text)
    expect(warnings).toMatchObject([{ code: 'gbk_slip_mended', start: 2, end: 4 }])
  })

  it('undoes it after full-width punctuation became half-width too', () => {
    expect(repairMojibake('推進工作?,F將情況;再推進?,F場').text).toBe('推進工作。現將情況;再推進。現場')
  })

  it('gives offsets in the mended text', () => {
    const { text, warnings } = repairMojibake('甲?,F乙\uFFFD丙?,F丁\uE001戊20212025年')

    expect(warnings.map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([
      ['gbk_slip_mended', '。現'],
      ['undecodable', '\uFFFD'],
      ['gbk_slip_mended', '。現'],
      ['private_use', '\uE001'],
      ['lost_dash', '20212025'],
    ])
  })

  it('takes out what is no character and says where, with the offsets of the mended text', () => {
    const { text, warnings } = repairMojibake('甲?,F乙\uFFFE丙\uD842\uFDD0\u{10FFFF}丁𠮷?,F戊\uDFB7')

    expect(text).toBe('甲。現乙丙丁𠮷?,F戊')
    expect(warnings).toMatchObject([
      { code: 'gbk_slip_mended', start: 1, end: 3 },
      { code: 'no_character', start: 4, end: 4, message: expect.stringContaining('U+FFFE') },
      { code: 'no_character', start: 5, end: 5, message: expect.stringContaining('U+D842 U+FDD0 U+10FFFF') },
      { code: 'no_character', start: text.length, end: text.length },
    ])
  })

  it('says what it changed even where much is suspected', () => {
    const { text, warnings } = repairMojibake(`${'\uE001甲'.repeat(300)}\uFFFF`)
    expect(text).toHaveLength(600)
    expect(warnings.at(-1)).toMatchObject({ code: 'no_character', start: 600 })
  })

  it.each(['完成了吗?A級景區', '达标率?(F类)', '是否达标?,共12家', 'what?,F will', '第2021年'])(
    'leaves %s as it is',
    (text) => {
      expect(repairMojibake(text).text).toBe(text)
    },
  )
})

describe('clean', () => {
  it('takes out what no reader sees and keeps what was written', () => {
    expect(clean('\uFEFF一\u200B二\u00AD\r\n三\r四\u2028五\u0000')).toBe('一二\n三\n四\n五')
    expect(clean('１２　件，（Ａ）\u00A0里裏后後')).toBe('１２　件，（Ａ）\u00A0里裏后後')
  })

  it('puts characters for the radicals that fonts leave', () => {
    expect(clean('⼯作⼈⺠，⻓期⻅效')).toBe('工作人民，长期见效')
  })

  it.each([
    ['受理61²件', '受理61件'],
    ['满意率98.4¹²%', '满意率98.4%'],
    ['共12³，', '共12，'],
    ['立案435[3]件', '立案435件'],
    ['罚款26①万元', '罚款26万元'],
    ['解答18［12］余人次', '解答18余人次'],
  ])('takes the mark of a note out of the figure in %s', (text, cleaned) => {
    expect(clean(text)).toBe(cleaned)
  })

  it.each(['绿地30m²，', '约3×10⁴人', '湘府〔2021〕12号', '文号2021[12]号', '完成7①开展', '目标[1]件'])(
    'leaves %s as it is',
    (text) => {
      expect(clean(text)).toBe(text)
    },
  )
})
