import { Parameters } from './parameters.ts'
import { text } from './values.ts'

/** `URL`, which the engine does not have. What it is relative to is left to the walk. */
export class Address {
  readonly searchParams: Parameters
  readonly #path: string

  constructor(url: unknown) {
    const [path = '', query = ''] = text(url).split('?')
    this.#path = path
    this.searchParams = new Parameters(query)
  }

  get href(): string {
    const query = this.searchParams.toString()
    return query === '' ? this.#path : `${this.#path}?${query}`
  }

  toString(): string {
    return this.href
  }
}
