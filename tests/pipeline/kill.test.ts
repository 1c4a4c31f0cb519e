import { describe, expect, it } from 'vitest'
import type { Exchange, Intercept } from '../../infra/local/front-door.ts'
import { townReport } from './reports.ts'
import { type Pipeline, startPipeline, withoutTimes } from './running-pipeline.ts'

const FUNCTIONS: ReadonlySet<string> = new Set(['parse-report', 'write-indicators'])

/**
 * Counts the requests of the functions and, at the given one, kills the function that made it: before the request is
 * processed (it is lost), or after (it took effect, and the function gets no answer).
 */
class Killer implements Intercept {
  pipeline: Pipeline | undefined
  requests: string[] = []
  killed = false
  #target = 0
  #when: 'before' | 'after' = 'before'
  #doomed: Exchange | undefined

  aim(when: 'before' | 'after', target: number): void {
    this.requests = []
    this.killed = false
    this.#when = when
    this.#target = target
  }

  before(exchange: Exchange) {
    if (!FUNCTIONS.has(exchange.caller)) return 'pass'
    this.requests.push(`${exchange.caller} ${exchange.service} ${exchange.operation}`)
    if (this.requests.length !== this.#target) return 'pass'
    this.#doomed = exchange
    if (this.#when === 'after') return 'pass'
    void this.#kill(exchange)
    return 'drop'
  }

  async after(exchange: Exchange) {
    if (exchange === this.#doomed) await this.#kill(exchange)
  }

  async #kill({ caller }: Exchange) {
    this.killed = true
    await this.pipeline!.engine.functions.get(caller)!.kill()
  }
}

describe('a function that is killed', () => {
  it.each(['before', 'after'] as const)(
    'anywhere %s a request leaves, once its message has come again, the tables of an undisturbed run',
    async (when) => {
      const killer = new Killer()
      const pipeline = await startPipeline({ intercept: killer })
      killer.pipeline = pipeline
      const file = { 'report.txt': townReport() }
      killer.aim(when, 0)
      const upload = await pipeline.upload(file)
      await pipeline.settle()
      const undisturbed = withoutTimes(await pipeline.tables())
      const total = killer.requests.length
      // Ten requests of parse-report and seventeen of write-indicators, for the six figures of the report.
      expect(total).toBe(27)

      for (let target = 1; target <= total; target += 1) {
        await pipeline.clear()
        killer.aim(when, target)
        await pipeline.uploadAgain(upload)
        await pipeline.settle()
        const what = `killed ${when} request ${target} of ${total}, ${killer.requests[target - 1]}`
        expect(killer.killed, what).toBe(true)
        expect(withoutTimes(await pipeline.tables()), what).toEqual(undisturbed)
      }
    },
  )
})
