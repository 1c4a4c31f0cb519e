import { type Sprm, sprmsIn } from './sprms.ts'

/** What decides whether a run of text is seen. */
export interface CharacterProperties {
  readonly isHidden: boolean
  readonly isStruck: boolean
  readonly isDeleted: boolean
  readonly isRaised: boolean
  readonly isWhite: boolean
  readonly isShaded: boolean
  readonly isTiny: boolean
  /** A sign of Word's own, such as a picture's place. */
  readonly isSpecial: boolean
}

export interface ParagraphProperties {
  /** Number of its list, 0 for none. */
  readonly list: number
  readonly level: number
  readonly isRowEnd: boolean
  readonly isInTable: boolean
}

type Changes<Properties> = { -readonly [Key in keyof Properties]: Properties[Key] }

export const PLAIN_TEXT: CharacterProperties = {
  isHidden: false,
  isStruck: false,
  isDeleted: false,
  isRaised: false,
  isWhite: false,
  isShaded: false,
  isTiny: false,
  isSpecial: false,
}
export const PLAIN_PARAGRAPH: ParagraphProperties = { list: 0, level: 0, isRowEnd: false, isInTable: false }

const SUPERSCRIPT = 1
/** Half points by which marks of notes are raised, and of type that is a trick. */
const RAISED = 4
const TINY = 2
const WHITE_INDEX = 8
const WHITE = 0xffffff
const RUN_STYLE = 0x4a30
const NO_DATA = Buffer.alloc(0)

/** The properties after a list of changes ([MS-DOC] 2.6.1). @param styleOf properties of a style of characters, by its number */
export function charactersAfter(
  before: CharacterProperties,
  buffer: Buffer,
  { start, end }: { readonly start: number; readonly end: number },
  styleOf: (style: number, before: CharacterProperties) => CharacterProperties = (_, unchanged) => unchanged,
): CharacterProperties {
  if (start >= end) return before
  let styled = before
  let after: Changes<CharacterProperties> = { ...before }
  for (const sprm of sprmsIn(buffer, start, end)) {
    if (sprm.code === RUN_STYLE) {
      styled = styleOf(buffer.readUInt16LE(sprm.at), before)
      after = { ...styled, isDeleted: after.isDeleted, isSpecial: after.isSpecial }
    } else change(after, styled, buffer, sprm)
  }
  return after
}

function change(
  after: Changes<CharacterProperties>,
  styled: CharacterProperties,
  buffer: Buffer,
  { code, at, length }: Sprm,
): void {
  const byte = buffer[at] ?? 0
  // 0x80 is as the style has it, 0x81 the opposite.
  const toggled = (of: boolean) => (byte === 0x80 ? of : byte === 0x81 ? !of : byte !== 0)
  if (code === 0x0800) after.isDeleted = byte !== 0
  else if (code === 0x083c || code === 0x0802) after.isHidden = toggled(styled.isHidden)
  else if (code === 0x0837 || code === 0x2a53)
    after.isStruck = toggled(styled.isStruck) || (after.isStruck && byte !== 0)
  else if (code === 0x2a48) after.isRaised = byte === SUPERSCRIPT
  else if (code === 0x4845) after.isRaised = buffer.readInt16LE(at) >= RAISED
  else if (code === 0x4a43) after.isTiny = buffer.readUInt16LE(at) <= TINY
  else if (code === 0x2a42) after.isWhite = byte === WHITE_INDEX
  else if (code === 0x6870) after.isWhite = (buffer.readUInt32LE(at) & 0xffffffff) === WHITE
  else if (code === 0x2a0c || code === 0x4866) after.isShaded = buffer[at] !== 0
  else if (code === 0xca71 && length > 9) after.isShaded = isGround(buffer.readUInt32LE(at + 5))
  else if (code === 0x0855) after.isSpecial = byte !== 0
}

/**
 * The properties after a list of changes ([MS-DOC] 2.6.2).
 * @param data where long lists are, as those of rows of many cells: a list may only say where
 */
export function paragraphAfter(
  before: ParagraphProperties,
  buffer: Buffer,
  { start, end }: { readonly start: number; readonly end: number },
  data: Buffer = NO_DATA,
): ParagraphProperties {
  let after: Changes<ParagraphProperties> = { ...before }
  for (const { code, at } of sprmsIn(buffer, start, end)) {
    if (code === 0x260a) after.level = buffer[at]!
    else if (code === 0x460b) after.list = buffer.readUInt16LE(at)
    else if (code === 0x2416) after.isInTable = buffer[at] !== 0
    else if (code === 0x2417) after.isRowEnd = buffer[at] !== 0
    else if (code === 0x6645 || code === 0x6646)
      after = { ...paragraphAfter(after, data, longList(data, buffer.readUInt32LE(at))) }
  }
  return after
}

/** Where a list in the data stream is: its length stands before it ([MS-DOC] 2.9.210). */
function longList(data: Buffer, at: number): { readonly start: number; readonly end: number } {
  const start = at + 2
  return start > data.length ? { start: 0, end: 0 } : { start, end: start + data.readUInt16LE(at) }
}

/** Whether a colour is neither white nor left to the program, which is what the last byte says. */
function isGround(color: number): boolean {
  return color >>> 24 === 0 && color !== WHITE
}
