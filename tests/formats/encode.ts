/** Node decodes the charsets of Chinese pages but does not encode them; the tests use its tables in reverse. */
const TABLES = new Map<string, ReadonlyMap<string, readonly [number, number]>>()

export function encode(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return Buffer.from(text)
  if (charset === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le')
  const table = TABLES.get(charset) ?? tableOf(charset)
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character < '\x80') return [character.charCodeAt(0)]
      const pair = table.get(character)
      if (pair === undefined) throw new Error(`${character} is not in ${charset}`)
      return pair
    }),
  )
}

function tableOf(charset: string): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder(charset)
  const table = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\uFFFD' && !table.has(character)) table.set(character, [lead, trail])
    }
  }
  TABLES.set(charset, table)
  return table
}
