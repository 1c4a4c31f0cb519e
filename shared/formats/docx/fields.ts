import { isContents } from '../contents-field.ts'

interface Field {
  instruction: string
  /** Between its begin and its separator; a field without a separator shows nothing. */
  isInstruction: boolean
}

/** Fields of a document: between their marks stand an instruction, which nobody sees, and its result (ECMA-376 part 1, 17.16.18). */
export class Fields {
  /** Innermost last: an instruction may hold fields, whose results are words of it. */
  readonly #open: Field[] = []

  mark(type: string | undefined): void {
    const field = this.#open.at(-1)
    if (type === 'begin') this.#open.push({ instruction: '', isInstruction: true })
    else if (type === 'end') this.#open.pop()
    else if (type === 'separate' && field !== undefined) field.isInstruction = false
  }

  instruct(words: string): void {
    const field = this.#open.at(-1)
    if (field !== undefined) field.instruction += words
  }

  /** Whether nobody sees what follows as text of its own: it is of an instruction, or of a table of contents, which repeats the headings. */
  get areUnseen(): boolean {
    return this.#open.some(({ instruction, isInstruction }) => isInstruction || isContents(instruction))
  }
}
