/** What is wrong at one place of a portals file. */
export interface Mistake {
  /** Keys and numbers from the top of the file, numbers from 0: `portals.0.lists.1.url`. `(file)` for the whole. */
  readonly path: string
  readonly what: string
  readonly why: string
  readonly todo: string
}

/** Line breaks, and control characters with which a value could control a terminal. */
const UNPRINTABLE = /[\s\p{Cc}\p{Cf}]+/gu

/** A mistake in one line: `path: what, why, what to do`. */
export function lineOf({ path, what, why, todo }: Mistake): string {
  return `${path}: ${what}, ${why}, ${todo}`.replace(UNPRINTABLE, ' ')
}

const LONGEST_SHOWN = 60

/** A value as it stands in the file, cut if it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}
