import { MAX_STUB_TEXT } from '../unread.ts'

type Attributes = Readonly<Record<string, string>>

/** Counts what a document shows and its text does not hold: charts, diagrams, embedded objects, pictures in place of text. */
export class Unread {
  readonly #named: string[] = []
  #pictures = 0

  see(name: string, attributes: Attributes): void {
    if (name === 'c:chart') this.#named.push('a chart')
    else if (name === 'dgm:relIds') this.#named.push('a diagram')
    else if (name === 'o:OLEObject') this.#named.push(objectName(attributes.ProgID ?? ''))
    else if (name === 'a:blip' || name === 'v:imagedata') this.#pictures++
  }

  add(name: string): void {
    this.#named.push(name)
  }

  /** @param textLength of the document */
  names(textLength: number): string[] {
    const pictures = this.#pictures - this.#named.filter((name) => name.startsWith('an ')).length
    if (pictures <= 0 || textLength > MAX_STUB_TEXT) return this.#named
    return [...this.#named, pictures === 1 ? 'a picture' : `${pictures} pictures`]
  }
}

function objectName(program: string): string {
  return /^Equation/i.test(program) ? 'an equation object' : `an embedded object (${program})`
}
