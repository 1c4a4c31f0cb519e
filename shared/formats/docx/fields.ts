import { isContents } from '../contents-field.ts'

/** Fields of a document: between their marks stand an instruction, which nobody sees, and its result (ECMA-376 part 1, 17.16.18). */
export class Fields {
  /** Instructions of the fields around, innermost last. */
  readonly #open: string[] = []

  mark(type: string | undefined): void {
    if (type === 'begin') this.#open.push('')
    else if (type === 'end') this.#open.pop()
  }

  instruct(words: string): void {
    if (this.#open.length > 0) this.#open.push(this.#open.pop() + words)
  }

  /** Whether what follows is of a table of contents, which repeats the headings. */
  get isInContents(): boolean {
    return this.#open.some(isContents)
  }
}
