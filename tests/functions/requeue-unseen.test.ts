import { describe, expect, it } from 'vitest'
import { requeueUnseen } from '../../functions/reconcile/requeue-unseen.ts'
import type { ListedObject } from '../../shared/store/incoming-folder.ts'
import { documentRowOf, sightingOf } from '../store/records.ts'

const OBJECTS = 300_000
const PAGE = 1000
const LAST_MODIFIED = new Date('2026-01-01T00:00:00Z')
const CUTOFF = new Date('2026-01-02T00:00:00Z')

const keyOf = (index: number) => `incoming/${String(index).padStart(6, '0')}.txt`

/** A bucket of 300,000 objects of which all but one were seen. */
function largeFolder(unseen: number) {
  const sent: string[] = []
  let cursor: string | null = null
  let lookups = 0
  const objectAt = (index: number): ListedObject => ({
    objectKey: keyOf(index),
    etag: 'abc',
    size: 9,
    lastModified: LAST_MODIFIED,
  })
  return {
    sent,
    lookups: () => lookups,
    incoming: {
      readCursor: async () => cursor,
      keepCursor: async (after: string | null) => {
        cursor = after
      },
      list: async (after: string | null) => {
        const first = after === null ? 0 : Number(/\d+/.exec(after)?.[0]) + 1
        const objects = Array.from({ length: Math.min(PAGE, OBJECTS - first) }, (_, index) => objectAt(first + index))
        return { objects, next: first + PAGE < OBJECTS ? objects.at(-1)!.objectKey : null }
      },
    },
    sightings: {
      underKey: async (objectKey: string) => {
        lookups += 1
        if (objectKey === keyOf(7)) throw new Error('throttled')
        return objectKey === keyOf(unseen) ? [] : [sightingOf({ objectKey })]
      },
      record: async () => {},
    },
    documents: { receive: async () => documentRowOf('RECEIVED') },
    requeue: async ({ objectKey }: { objectKey: string }) => {
      sent.push(objectKey)
    },
  }
}

describe('the search for objects that were never seen', () => {
  it('finds one of 300,000 in three runs, an hour apart, and passes over one that cannot be looked up', async () => {
    const folder = largeFolder(OBJECTS - 1)
    const faults: object[] = []
    const deps = {
      ...folder,
      hasTime: () => true,
      onFault: (_: unknown, about: object) => faults.push(about),
    }
    const lookups: number[] = []
    for (let run = 1; folder.sent.length === 0 && run <= 30; run += 1) {
      await requeueUnseen(CUTOFF, deps)
      lookups.push(folder.lookups())
    }
    expect(folder.sent).toEqual([keyOf(OBJECTS - 1)])
    expect(lookups).toEqual([100_000, 200_000, 300_000])
    expect(faults).toEqual([{ objectKey: keyOf(7) }])
  })

  it('stops when its time is over, and the next run goes on from there', async () => {
    const folder = largeFolder(OBJECTS - 1)
    let pages = 3
    const deps = { ...folder, hasTime: () => pages-- > 0, onFault: () => {} }
    await requeueUnseen(CUTOFF, deps)
    expect(folder.lookups()).toBe(3 * PAGE)
    expect(await folder.incoming.readCursor()).toBe(keyOf(3 * PAGE - 1))
  })
})
