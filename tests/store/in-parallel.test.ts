import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inParallel, Limiter } from '../../shared/store/in-parallel.ts'

const ITEMS = Array.from({ length: 40 }, (_, index) => index)

describe('inParallel', () => {
  it('processes every item, at most as many at a time as told', async () => {
    const done: number[] = []
    let underWay = 0
    let most = 0
    await inParallel(7, ITEMS, async (item) => {
      underWay += 1
      most = Math.max(most, underWay)
      await setImmediate()
      underWay -= 1
      done.push(item)
    })
    expect(done.toSorted((a, b) => a - b)).toEqual(ITEMS)
    expect(most).toBe(7)
  })

  it('begins nothing further after an error, and throws it when all others have ended', async () => {
    const begun: number[] = []
    let underWay = 0
    const work = inParallel(4, ITEMS, async (item) => {
      begun.push(item)
      underWay += 1
      await setImmediate()
      underWay -= 1
      if (item === 5) throw new Error('fifth')
    })
    await expect(work).rejects.toThrow('fifth')
    expect(underWay).toBe(0)
    // Items 0 to 5, and three others that were in progress at the same time as item 5.
    expect(begun).toHaveLength(9)
  })
})

describe('a limiter', () => {
  it('counts what several lists have under way together, and gives a place back after an error', async () => {
    const limiter = new Limiter(5)
    let underWay = 0
    let most = 0
    const work = (item: number) =>
      limiter.run(async () => {
        underWay += 1
        most = Math.max(most, underWay)
        await setImmediate()
        underWay -= 1
        if (item === 3) throw new Error('third')
      })
    const lists = await Promise.allSettled([0, 1, 2].map(() => inParallel(4, ITEMS, work)))
    expect(lists.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(most).toBe(5)
    await inParallel(40, ITEMS.slice(4), work)
    expect(most).toBe(5)
    expect(underWay).toBe(0)
  })
})
