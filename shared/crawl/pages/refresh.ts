const TARGET = /^[\s0-9.]{0,20}[;,]\s{0,5}(?:url\s{0,5}=\s{0,5})?["']?([^"'\s]{1,800})/i

/** The address in a `Refresh` header, or in a `meta` element in its place: `0; url=/fzzf/`. Null if it only loads the page again. */
export function addressOfRefresh(content: string): string | null {
  return TARGET.exec(content)?.[1] ?? null
}
