import { runInNewContext } from 'node:vm'
import variant from '@jitl/quickjs-singlefile-mjs-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core'
import * as v from 'valibot'
import type * as browser from './browser/index.ts'
import type { Page } from './browser/page.ts'
import { BROWSER_FILE, readBrowser } from './browser-source.ts'
import { type Effects, effects } from './effects.ts'
import type { PageScripts } from './page-scripts.ts'

/** The engine asks after every ten thousand steps whether to go on. A page's own scripts take a few of these. */
const MAX_ROUNDS = 300
const MAX_BYTES = 48 << 20
const MAX_STACK_BYTES = 128 << 10
/** Time of a processor. Only time of the clock can end a step. */
const MAX_MS = 3000
/** How often scripts run anew that were stopped before they had most of their time, as on a machine that does other things. */
const MAX_RUNS = 3

/** Promises and timers may wait for each other. */
const MAX_TURNS = 4
const MAX_JOBS = 1000

const NOTHING: Effects = { written: '', goesTo: null, requests: [], settings: [] }

/** What scripts do when the page loads, and what its pager does for the next page. */
export interface ScriptRun {
  readonly loaded: Effects
  readonly turned: Effects
}

type Browser = typeof browser

/** The engine, and the source of what its scripts find in place of a browser. */
interface Engine {
  readonly module: QuickJSWASMModule
  readonly source: string
}

let engine: Promise<Engine> | null = null

async function load(): Promise<Engine> {
  const [module, source] = await Promise.all([newQuickJSWASMModuleFromVariant(variant), readBrowser()])
  return { module, source }
}

/**
 * Runs the scripts of a page in an engine of their own that has neither network nor files, for a bounded time and within bounded
 * memory. Scripts that fail or are cut off have done what they did until then.
 * @param next number of the page to turn to
 * @param handlers scripts of the controls that may turn to it, the likeliest first
 * @returns null if they took too long or broke the engine
 */
export async function runScripts(
  page: PageScripts,
  next: number,
  handlers: readonly string[],
): Promise<ScriptRun | null> {
  for (let run = 1; ; run += 1) {
    engine ??= load()
    const loaded = await engine
    const before = process.threadCpuUsage()
    try {
      // The engine itself is asked only between the steps of a script, and one step may be long.
      return runInNewContext('work()', { work: () => runIn(loaded, page, next, handlers) }, { timeout: MAX_MS })
    } catch (error) {
      // It was stopped in the middle of something, and cannot be used again.
      engine = null
      const isLong = (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
      const isBroken = error instanceof RangeError || (error as Error).name === 'RuntimeError'
      if (!isLong && !isBroken) throw error
      const { user, system } = process.threadCpuUsage(before)
      const hadItsTime = (user + system) / 1000 > MAX_MS / 2
      if (isBroken || hadItsTime || run === MAX_RUNS) return null
    }
  }
}

function runIn({ module, source }: Engine, page: PageScripts, next: number, handlers: readonly string[]): ScriptRun {
  const context = module.newContext()
  context.runtime.setMemoryLimit(MAX_BYTES)
  context.runtime.setMaxStackSize(MAX_STACK_BYTES)
  let rounds = 0
  context.runtime.setInterruptHandler(() => ++rounds > MAX_ROUNDS)
  // A module has no global name, so scripts do not see it.
  const browser = context.unwrapResult(context.evalCode(source, BROWSER_FILE, { type: 'module' }))
  const call = (name: keyof Browser, ...args: QuickJSHandle[]) => {
    const text = textOf(context, context.callMethod(browser, name, args))
    for (const one of args) one.dispose()
    return text
  }
  const run = (script: string) => textOf(context, context.evalCode(script, 'page.js', { type: 'global' }))
  const effectsOf = (work: () => void): Effects => {
    work()
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      runJobs(context)
      call('settle')
    }
    const text = call('take')
    const parsed = v.safeParse(effects, text === null ? null : JSON.parse(text))
    return parsed.success ? parsed.output : NOTHING
  }

  call('begin', context.newString(JSON.stringify({ place: page.place, elements: page.elements } satisfies Page)))
  const loaded = effectsOf(() => page.scripts.forEach(run))
  const ways = [
    () => call('turn', context.newNumber(next)),
    ...handlers.map((handler) => () => run(`(function(){ ${handler}\n}).call(null)`)),
  ]
  let turned = NOTHING
  for (const way of ways) {
    if (turned.goesTo !== null || turned.requests.length > 0) break
    turned = effectsOf(way)
  }
  browser.dispose()
  context.dispose()
  return { loaded, turned }
}

/** Runs what scripts do once promises are kept. */
function runJobs({ runtime }: QuickJSContext): void {
  for (let job = 0; job < MAX_JOBS && runtime.hasPendingJob(); job++) runtime.executePendingJobs(1).dispose()
}

/** A script that fails is like one of a browser that fails: the next one runs all the same. */
function textOf(context: QuickJSContext, result: ReturnType<QuickJSContext['evalCode']>): string | null {
  const text = result.error === undefined ? context.getString(result.value) : null
  result.dispose()
  return text
}
