/** Marks that point to a note: 1, [2], ①, *, *2, 注3, a, iv; several of them with commas. */
const NOTE_MARK =
  /^\s*[([{（【［〔]?\s*(?:注\s*)?(?:[*＊※]?\d{1,3}|[①-⑳㊀-㊉*＊※†‡#§]{1,3}|[a-z]|[ivx]{1,5})(?:\s*[,，、\-–]\s*\d{1,3}){0,9}\s*[)\]}）】］〕]?\s*$/i
/** m², km³: the exponent of a unit. */
const EXPONENT = /^\s*[23]\s*$/
const EXPONENTS: Readonly<Record<string, string>> = { 2: '²', 3: '³' }
const ENDS_IN_UNIT = /(?:^|[^A-Za-z])(?:[kcdm]?m|[KCDM]?M)$/

/**
 * What raised text means in its line: nothing if it points to a note, for it is no part of the figure before it (206¹件 is 206);
 * the exponent of a unit as the character for it; any other words as they are.
 * @param before the line up to the raised text
 */
export function raisedText(text: string, before: string): string {
  if (EXPONENT.test(text) && ENDS_IN_UNIT.test(before)) return EXPONENTS[text.trim()]!
  return NOTE_MARK.test(text) ? '' : text
}
