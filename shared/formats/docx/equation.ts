type Attributes = Readonly<Record<string, string>>
type Write = (sign: string) => void

/** The signs that an equation shows beside its text: bars of fractions, brackets, roots (ECMA-376 part 1, 22.1). */
export class Equation {
  /** Innermost last. */
  readonly #brackets: { open: string; close: string; isOpen: boolean }[] = []
  #raised = 0

  /** Whether what follows stands above the line. */
  get isRaised(): boolean {
    return this.#raised > 0
  }

  open(name: string, attributes: Attributes, write: Write): void {
    const bracket = this.#brackets.at(-1)
    if (name === 'm:sup') this.#raised++
    else if (name === 'm:rad') write('√')
    else if (name === 'm:den') write('/')
    else if (name === 'm:d') this.#brackets.push({ open: '(', close: ')', isOpen: false })
    else if (bracket === undefined) return
    else if (name === 'm:begChr') bracket.open = attributes['m:val'] ?? ''
    else if (name === 'm:endChr') bracket.close = attributes['m:val'] ?? ''
    else if (name === 'm:e' && !bracket.isOpen) {
      bracket.isOpen = true
      write(bracket.open)
    }
  }

  close(name: string, write: Write): void {
    if (name === 'm:sup') this.#raised--
    else if (name === 'm:d') write(this.#brackets.pop()?.close ?? '')
  }
}
