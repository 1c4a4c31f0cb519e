import { text } from './values.ts'

/** `URLSearchParams`, which the engine does not have. */
export class Parameters {
  readonly #pairs: [string, string][]

  constructor(query: unknown) {
    const parts = text(query).replace(/^\?/, '').split('&').filter(Boolean)
    this.#pairs = parts.map((part) => {
      const [name = '', value = ''] = part.split('=').map(decode)
      return [name, value]
    })
  }

  get(name: string): string | null {
    return this.#pairs.find(([key]) => key === name)?.[1] ?? null
  }

  has(name: string): boolean {
    return this.get(name) !== null
  }

  set(name: string, value: unknown): void {
    const found = this.#pairs.find(([key]) => key === name)
    if (found === undefined) this.append(name, value)
    else found[1] = text(value)
  }

  append(name: string, value: unknown): void {
    this.#pairs.push([name, text(value)])
  }

  toString(): string {
    return this.#pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
  }
}

/** A text in another charset than UTF-8 stays encoded. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return part
  }
}
