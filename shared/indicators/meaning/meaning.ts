import type { Indicator } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'
import type { Measurement } from '../measures/measurement.ts'

export type Meaning = Pick<Indicator, 'subject' | 'code' | 'scope' | 'topic' | 'period'>

/** A figure and where it stands in the reading. */
export interface Figure extends Span {
  readonly measurement: Measurement
  /** Folded, as the catalogue's units are written. */
  readonly unit: string
}
