import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { constants, getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

/** Says the priority that the thread has, and the ID of its process. */
const PROGRAM = `
const { parentPort } = require('node:worker_threads')
const { readlinkSync } = require('node:fs')
const { getPriority } = require('node:os')
import(${JSON.stringify(new URL('../../infra/local/give-way.ts', import.meta.url).href)}).then(({ giveWay }) => {
  giveWay()
  parentPort.postMessage(getPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1))))
})`

it.runIf(existsSync('/proc/thread-self'))('gives way with one thread, and not with the whole process', async () => {
  const before = getPriority()
  const [priority] = await once(new Worker(PROGRAM, { eval: true }), 'message')
  expect(priority).toBe(Math.max(before, constants.priority.PRIORITY_BELOW_NORMAL))
  expect(getPriority()).toBe(before)
})
