/** A handler is shorter. */
const MAX_SCRIPT = 1000
const NEXT_DATA = ['data-next', 'data-next-url', 'data-nexturl', 'data-next-page']
const ADDRESS_DATA = ['data-url', 'data-href', 'data-link', 'data-src', 'to-href', 'url', 'link']

type Attributes = Readonly<Record<string, string>>

/** The script that runs when an element is worked. Null if it has none, or one that does nothing. */
export function handlerOf(tag: string, { onclick, onchange, href }: Attributes): string | null {
  const script = /^\s*javascript:/i.test(href ?? '') ? href!.replace(/^\s*javascript:/i, '') : undefined
  const handler = onclick ?? (tag === 'select' ? onchange : undefined) ?? script
  return handler === undefined || /^[\s;]*(?:void\s*\(?\s*0?\s*\)?)?[\s;]*$/i.test(handler)
    ? null
    : handler.slice(0, MAX_SCRIPT)
}

/** An address in an attribute that scripts read. */
export function dataAddressOf(attributes: Attributes): string | null {
  return ADDRESS_DATA.map((name) => attributes[name]?.trim()).find(Boolean) ?? nextAddressOf(attributes)
}

/** The address of the next page, which a script asks for when the visitor comes to the end of the rows. */
export function nextAddressOf(attributes: Attributes): string | null {
  return NEXT_DATA.map((name) => attributes[name]?.trim() ?? '').find(looksLikeAddress) ?? null
}

/** An attribute that is called `url` may hold a number. */
export function looksLikeAddress(text: string): boolean {
  return /[/?]|\.\w/.test(text)
}
