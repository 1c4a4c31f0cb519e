import type { SeriesPoint } from '../../readers/series.ts'
import { usePage } from '../context.ts'
import { statedValue } from '../numbers.ts'
import { STATE_WORDS, STATUS_WORDS } from '../vocabulary.ts'

/** Where a figure of an observation is looked at. */
export function useFigureLink() {
  const { change } = usePage()
  return ({ documentId, ordinal }: { readonly documentId: string; readonly ordinal: number }) =>
    change({ figure: `${documentId}:${ordinal}` })
}

/** Why an observation has no value, in words. */
export function useReason() {
  const { say } = usePage()
  return ({ status, state }: Pick<SeriesPoint, 'status' | 'state'>) =>
    state === null ? say(STATUS_WORDS[status]) : `${say(STATUS_WORDS[status])}: ${say(STATE_WORDS[state])}`
}

/** What an observation says, in one line: its value, the values that differ, or why there is none. */
export function useSaid() {
  const { language } = usePage()
  const reason = useReason()
  return (point: SeriesPoint) => {
    if (point.value !== null) return statedValue({ ...point, value: point.value }, language)
    if (point.status === 'several')
      return point.candidates.map((candidate) => statedValue(candidate, language)).join(' / ')
    return reason(point)
  }
}
