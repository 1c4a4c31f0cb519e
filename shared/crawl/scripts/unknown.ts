/** Stands in each text that scripts made of something unknown. No page has it. */
export const UNKNOWN = '\u0001'

/** As it stands in a text, in JSON and in an address. */
const MARKS = [UNKNOWN, JSON.stringify(UNKNOWN).slice(1, -1), encodeURIComponent(UNKNOWN)]

export function isMadeOfUnknown(text: string): boolean {
  return MARKS.some((mark) => text.includes(mark))
}
