import type { Indicator, Section } from '../../report/report.ts'
import type { Measurement } from '../measures/measurement.ts'

export type Meaning = Pick<Indicator, 'subject' | 'code' | 'scope' | 'topic'>

/** What each measurement is about, in the order given: one linear walk, so that a figure may lean on those before it. */
export function explain(text: string, measurements: readonly Measurement[], _sections: readonly Section[]): Meaning[] {
  return measurements.map(({ start }) => ({
    subject: (/[^,,。;;、::\n]{0,20}$/.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '').trim(),
    code: null,
    scope: null,
    topic: 'functions',
  }))
}
