const LEADS = [0x81, 0xfe] as const
const TRAILS = [0x40, 0xfe] as const

/** Characters of charsets of two bytes, with their bytes. Node decodes these charsets and does not encode them. */
const tables = new Map<string, ReadonlyMap<string, readonly [number, number]>>()

function tableOf(charset: string): ReadonlyMap<string, readonly [number, number]> {
  const known = tables.get(charset)
  if (known !== undefined) return known
  const decoder = new TextDecoder(charset)
  const table = new Map<string, readonly [number, number]>()
  for (let lead = LEADS[0]; lead <= LEADS[1]; lead++) {
    for (let trail = TRAILS[0]; trail <= TRAILS[1]; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && character !== '\uFFFD' && !table.has(character))
        table.set(character, [lead, trail])
    }
  }
  tables.set(charset, table)
  return table
}

const DOUBLE_BYTE = /^(?:gbk|gb18030|big5)$/
const ASCII = /^[\0-\x7f]*$/

/**
 * An address as a browser asks for it from a page in this charset: the query in the charset of the page, all else in UTF-8 (WHATWG URL,
 * query percent-encoding). What the charset lacks is written as a character reference.
 */
export function withEncodedQuery(href: string, charset: string): string {
  const query = href.indexOf('?')
  if (query < 0 || ASCII.test(href.slice(query)) || !DOUBLE_BYTE.test(charset)) return href
  const table = tableOf(charset)
  const encoded = [...href.slice(query)].map((character) => {
    if (character < '\x80') return character
    const bytes = table.get(character)
    if (bytes === undefined) return encodeURIComponent(`&#${character.codePointAt(0)};`)
    return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
  })
  return href.slice(0, query) + encoded.join('')
}

const ADDRESS = /\b(?:href|src|action)\s{0,5}=\s{0,5}(?:"[^"]{1,2000}"|'[^']{1,2000}'|[^\s"'>]{1,2000})/gi

/** A page whose addresses are written as a browser asks for them from a page in this charset. Its text stays as it is. */
export function withEncodedAddresses(html: string, charset: string): string {
  return DOUBLE_BYTE.test(charset) ? html.replace(ADDRESS, (address) => withEncodedQuery(address, charset)) : html
}
