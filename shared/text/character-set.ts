/**
 * A set of characters that is asked about at every position of a text: by code unit 1 for those it holds. A `Set` takes
 * several times as long.
 */
export function characterSet(characters: string): Uint8Array {
  const set = new Uint8Array(1 << 16)
  for (let at = 0; at < characters.length; at++) set[characters.charCodeAt(at)] = 1
  return set
}

/** Whether a text has a character of a set. */
export function holdsAny(text: string, set: Uint8Array): boolean {
  for (let at = 0; at < text.length; at++) if (set[text.charCodeAt(at)] === 1) return true
  return false
}
