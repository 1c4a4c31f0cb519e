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
    visit: (target, limits, known) => {
      const request = typeof target === 'string' ? getOf(target) : target
      const key = requestKey(request)
      const visited = visits.get(key) ?? visit(request, limits, known)
      visits.set(key, visited)
      return visited
    },
    count: () => visits.size,
  }
}
