import { describe, expect, it, vi } from 'vitest'
import { ApiError, Fazhi } from '../../shared/client/index.ts'

const ID = 'a'.repeat(32)
const CODE = 'litigation.new'

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
  })
const problem = (status: number, headers?: Record<string, string>) => json({ status, detail: 'Why.' }, status, headers)

/** A client of an API that gives these answers, one after the other. */
function clientOf(...answers: readonly Response[]) {
  const left = [...answers]
  const fetch = vi.fn(async (_url: string) => left.shift() ?? expect.fail('One request too many.'))
  const asked = () => fetch.mock.calls.map(([url]) => url)
  return { fazhi: new Fazhi({ api: 'https://api.example/', fetch }), asked }
}

const all = async (items: AsyncIterable<unknown>) => {
  const found: unknown[] = []
  for await (const one of items) found.push(one)
  return found
}

describe('the client of an API', () => {
  it.each(['https://api.example', 'https://api.example/', 'https://api.example/api/v1', 'https://api.example/api/v1/'])(
    'takes the address %s',
    async (api) => {
      const fetch = vi.fn(async () => problem(404))
      expect(await new Fazhi({ api, fetch }).document(ID)).toBeNull()
      expect(fetch).toHaveBeenCalledWith(`https://api.example/api/v1/documents/${ID}`)
    },
  )

  it('asks for a page when it is needed, and follows empty ones', async () => {
    const { fazhi, asked } = clientOf(
      json({ items: [1], next: 'b' }),
      json({ items: [], next: 'c' }),
      json({ items: [2], next: null }),
    )
    const items = fazhi.observations({ code: CODE, year: 2023, publishers: ['攸县', '430224'] })
    expect((await items.next()).value).toBe(1)
    expect(asked()).toHaveLength(1)
    expect(await all(items)).toEqual([2])
    const query = `code=${CODE}&from=2023&to=2023&limit=500`
    const publishers = 'publisher=430223&publisher=430224'
    expect(asked()).toEqual([
      `https://api.example/api/v1/observations?${query}&${publishers}`,
      `https://api.example/api/v1/observations?${query}&cursor=b&${publishers}`,
      `https://api.example/api/v1/observations?${query}&cursor=c&${publishers}`,
    ])
  })

  it('asks again when the API is busy', async () => {
    const busy = { 'retry-after': '0' }
    const { fazhi, asked } = clientOf(problem(503, busy), problem(429, busy), json({ item: { documentId: ID } }))
    expect(await fazhi.document(ID)).toEqual({ documentId: ID })
    expect(asked()).toHaveLength(3)
  })

  it.each([
    ['a problem', problem(500), /answers 500: Why\./],
    [
      'no signature',
      json({ message: 'Forbidden' }, 403, { 'content-type': 'application/json' }),
      /not an answer of this/,
    ],
    ['another server', new Response('<html>', { status: 404 }), /Is the address right/],
  ])('says what is wrong: %s', async (_, answer, message) => {
    const { fazhi } = clientOf(answer)
    const error = await fazhi.document(ID).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ message: expect.stringMatching(message), status: answer.status })
  })

  it('begins anew with the figures of a document that was read anew between two pages', async () => {
    const figure = (run: number) => ({ run, sentenceText: 'x' })
    const { fazhi } = clientOf(
      json({ items: [figure(1)], next: 'b' }),
      problem(400),
      json({ items: [figure(2)], next: 'c' }),
      json({ items: [figure(2)], next: null }),
    )
    expect(await fazhi.figuresOf(ID)).toEqual([{ run: 2 }, { run: 2 }])
  })

  it('puts a long text together', async () => {
    const link = `</api/v1/documents/${ID}/text?start=3>; rel="next"`
    const { fazhi, asked } = clientOf(new Response('abc', { headers: { link } }), new Response('def'))
    expect(await fazhi.text(ID)).toBe('abcdef')
    expect(asked()[1]).toBe(`https://api.example/api/v1/documents/${ID}/text?start=3`)
  })
})
