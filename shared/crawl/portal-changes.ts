import { isDeepStrictEqual } from 'node:util'
import type { Portal } from './portal.ts'

/** How one portals file differs from the one before, by the IDs of entries. */
export interface PortalChanges {
  readonly added: readonly Portal[]
  readonly changed: readonly Portal[]
  readonly same: readonly Portal[]
  readonly gone: readonly Portal[]
}

export function portalChanges(before: readonly Portal[], after: readonly Portal[]): PortalChanges {
  const known = new Map(before.map((portal) => [portal.id, portal]))
  const ids = new Set(after.map(({ id }) => id))
  const kept = after.filter(({ id }) => known.has(id))
  return {
    added: after.filter(({ id }) => !known.has(id)),
    changed: kept.filter((portal) => !isDeepStrictEqual(portal, known.get(portal.id))),
    same: kept.filter((portal) => isDeepStrictEqual(portal, known.get(portal.id))),
    gone: before.filter(({ id }) => !ids.has(id)),
  }
}
