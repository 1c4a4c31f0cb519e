import type { Indicator } from '../../report/report.ts'

/** A number that measures something, before anyone has asked what it is about. */
export type Measurement = Pick<Indicator, 'start' | 'end' | 'raw' | 'value' | 'unit' | 'bound' | 'role' | 'sentence'>
