import { getOf, requestKey } from '../fetch/list-request.ts'
import type { Visit, Visitor } from '../visit.ts'

export interface RememberingVisitor {
  /** Asks for each page once: what is first read for its links is then read as a list. */
  readonly visit: Visitor
  /** How many pages were asked for. */
  readonly count: () => number
}

export function remembering(visit: Visitor): RememberingVisitor {
  const visits = new Map<string, Promise<Visit>>()
  return {
    visit: (target, limits) => {
      const request = typeof target === 'string' ? getOf(target) : target
      const key = requestKey(request)
      const known = visits.get(key) ?? visit(request, limits)
      visits.set(key, known)
      return known
    },
    count: () => visits.size,
  }
}
