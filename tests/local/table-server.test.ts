import { once } from 'node:events'
import stores from 'dynalite/db/index.js'
import { expect, it, vi } from 'vitest'
// Mends the stores of dynalite.
import '../../infra/local/table-server.ts'

it.each([
  ['its end', Number.POSITIVE_INFINITY],
  ['a limit', 1],
])('a query that is read to %s leaves no iteration open, which would keep what it had seen', async (_, limit) => {
  const { db } = stores.create({})
  for (const key of ['a', 'b', 'c']) await db.put(key, {})
  const values = vi.spyOn(db, 'values')
  const stream = db.createValueStream({})
  let read = 0
  stream.on('data', () => {
    read += 1
    if (read === limit) stream.destroy()
  })
  await once(stream, 'close')
  await expect(values.mock.results[0]!.value.next()).rejects.toMatchObject({ code: 'LEVEL_ITERATOR_NOT_OPEN' })
})

it('a row is read by the thread that asks, once the database is open', async () => {
  const { db } = stores.create({})
  const get = (key: string) =>
    new Promise((resolve, reject) => db.get(key, (error, value) => (error ? reject(error) : resolve(value))))
  const direct = vi.spyOn(db, 'getSync')
  await expect(get('a')).resolves.toBeUndefined()
  expect(direct).not.toHaveBeenCalled()
  await db.put('a', { n: 1 })
  await expect(get('a')).resolves.toEqual({ n: 1 })
  expect(direct).toHaveBeenCalledWith('a')
})
