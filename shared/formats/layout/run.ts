import type { Stop } from '../../tables/align-columns.ts'
import type { FoundCell } from '../found-tables.ts'
import type { Colour } from './drawing.ts'

/** A piece of text at its place on a page, in any unit; y grows downwards and is the base line. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of the type, which is the width of a Chinese character. */
  readonly size: number
}

/** A run with what tells it from another one that is drawn over it. */
export interface DrawnRun extends Run {
  readonly colour: Colour | null
  /** From 0 to 1. */
  readonly opacity: number
}

/** A line of a page: its text and its position. */
export interface Line {
  readonly text: string
  /** Where its cells stand, which wide gaps part; one for a line of prose. */
  readonly stops: readonly Stop[]
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** Of a line between rules: its table, or null if they only lay out text. */
  readonly ruled?: RuledTable | null
}

/** A table that rules draw. */
export interface RuledTable {
  readonly rows: (readonly FoundCell[])[]
  /** Where its columns begin, and where the last one ends. */
  readonly xs: readonly number[]
}
