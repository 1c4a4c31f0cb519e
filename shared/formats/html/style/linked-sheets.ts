import { holdsOnScreen } from './media.ts'

/** The text of the sheet at an address, as a page writes it; null if it is not at hand. */
export type SheetAt = (address: string) => string | null

export const NO_SHEETS: SheetAt = () => null

const IMPORT = /@import\s+(?:url\(\s*)?["']?(?<address>[^"')\s;]{1,2000})["']?\s*\)?(?<media>[^;{}]{0,200});/gi

/** The sheets that a page links, each with those that it imports, and each once. */
export class LinkedSheets {
  readonly #sheetAt: SheetAt
  readonly #taken = new Set<string>()
  /** Whether some are not at hand. */
  isLacking = false

  constructor(sheetAt: SheetAt) {
    this.#sheetAt = sheetAt
  }

  at(address: string): string {
    if (this.#taken.has(address)) return ''
    this.#taken.add(address)
    const sheet = this.#sheetAt(address)
    this.isLacking ||= sheet === null
    return this.withImports(sheet ?? '')
  }

  /** A sheet with those that it imports in their places. */
  withImports(sheet: string): string {
    return sheet.replace(IMPORT, (_, address: string, media: string) => (holdsOnScreen(media) ? this.at(address) : ''))
  }
}
