/**
 * The body of a message: JSON in which every character outside ASCII is escaped. SQS refuses U+FFFE, U+FFFF and lone surrogates,
 * other implementations refuse more (whatever is outside the basic plane, such as 𠮷), so that a town's name could fail its report. In
 * this form any text passes through any queue and comes back as it was. Its length is its size in bytes.
 * @example messageBody({ town: '𠮷坝镇' }) // '{"town":"\\ud842\\udfb7\\u575d\\u9547"}'
 */
export function messageBody(message: object): string {
  return JSON.stringify(message).replace(
    OUTSIDE_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Code unit by code unit, as JSON escapes them; with DEL, which is ASCII and no character to read. */
const OUTSIDE_ASCII = /[\u007F-\uFFFF]/g
