/** The first `length` code units of a text, without the first half of a character that the cut would part. */
export function firstOf(text: string, length: number): string {
  const end = isHalved(text, length) ? length - 1 : length
  return text.slice(0, end)
}

/** The last `length` code units of a text, without the second half of a character that the cut would part. */
export function lastOf(text: string, length: number): string {
  const start = Math.max(0, text.length - length)
  return text.slice(isHalved(text, start) ? start + 1 : start)
}

/** Whether a cut before this code unit parts the two halves of a character. */
function isHalved(text: string, at: number): boolean {
  return at > 0 && at < text.length && text.codePointAt(at - 1)! > 0xffff
}
