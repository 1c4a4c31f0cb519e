import { type ClientRequest, get, type ServerResponse } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { openFrontDoor } from '../../infra/local/front-door.ts'
import type { Servers } from '../../infra/local/servers.ts'

/** A front door before servers that answer when the test says so: `asked` has the paths that came, `passed` those that it let in. */
async function openDoor() {
  const asked: string[] = []
  const passed: string[] = []
  const responses: ServerResponse[] = []
  const dispatch: Servers['dispatch'] = (request, response) => {
    passed.push(request.url!)
    responses.push(response)
  }
  const intercept = {
    before: ({ url }: { url: string }) => {
      asked.push(url)
      return 'pass' as const
    },
    after: async () => {},
  }
  const door = await openFrontDoor(0, { dispatch } as Servers, { intercept, busyCallers: ['busy'] })
  onTestFinished(door.close)
  const ask = (caller: string, path: string): ClientRequest => {
    const headers = { authorization: `AWS4-HMAC-SHA256 Credential=${caller}/x` }
    // Some end before their answer.
    const request = get(door.endpoint + path, { headers }, (answer) => void answer.resume()).on('error', () => {})
    onTestFinished(() => void request.destroy())
    return request
  }
  const answer = () => {
    for (const response of responses.splice(0)) response.end()
  }
  return { asked, passed, ask, answer }
}

test('requests of callers that ask much wait for each other, and others for none of them', async () => {
  const { asked, passed, ask, answer } = await openDoor()
  for (let n = 0; n < 6; n++) ask('busy', `/busy${n}`)
  await expect.poll(() => asked).toHaveLength(6)
  ask('other', '/other')
  await expect.poll(() => passed).toContain('/other')
  expect(passed).toHaveLength(5)

  answer()
  await expect.poll(() => passed).toHaveLength(7)
})

test('callers that go while their requests wait keep no place', async () => {
  const { asked, passed, ask, answer } = await openDoor()
  const gone = Array.from({ length: 12 }, (_, n) => ask('busy', `/busy${n}`))
  await expect.poll(() => asked).toHaveLength(12)
  for (const request of gone) request.destroy()
  ask('busy', '/last')

  answer()
  await expect.poll(() => passed).toContain('/last')
})
