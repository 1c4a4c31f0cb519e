import { runInNewContext } from 'node:vm'
import variant from '@jitl/quickjs-singlefile-mjs-release-sync'
import { newQuickJSWASMModuleFromVariant, type QuickJSContext, type QuickJSWASMModule } from 'quickjs-emscripten-core'
import * as v from 'valibot'
import { BROWSER } from './browser.ts'
import type { PageScripts } from './page-scripts.ts'

/** The engine asks after every ten thousand steps whether to go on. A page's own scripts take a few of these. */
const MAX_ROUNDS = 300
const MAX_BYTES = 48 << 20
const MAX_STACK_BYTES = 128 << 10
const MAX_MS = 3000

const effects = v.object({
  /** Markup, in the order in which it was written. */
  written: v.string(),
  goesTo: v.nullable(v.string()),
  requests: v.array(v.object({ url: v.string(), post: v.nullable(v.object({ type: v.string(), body: v.string() })) })),
  /** Texts and numbers in the settings with which libraries were called. */
  settings: v.array(v.record(v.string(), v.union([v.string(), v.number()]))),
})

/** What scripts would do. Nothing of it was done. */
export type Effects = v.InferOutput<typeof effects>

const NOTHING: Effects = { written: '', goesTo: null, requests: [], settings: [] }

/** What scripts do when the page loads, and what its pager does for the next page. */
export interface ScriptRun {
  readonly loaded: Effects
  readonly turned: Effects
}

let engine: Promise<QuickJSWASMModule> | null = null

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
  engine ??= newQuickJSWASMModuleFromVariant(variant)
  const module = await engine
  try {
    // The engine itself is asked only between the steps of a script, and one step may be long.
    return runInNewContext('work()', { work: () => runIn(module, page, next, handlers) }, { timeout: MAX_MS })
  } catch (error) {
    // It was stopped in the middle of something, and cannot be used again.
    engine = null
    const isLong = (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    const isBroken = error instanceof RangeError || (error as Error).name === 'RuntimeError'
    if (!isLong && !isBroken) throw error
    return null
  }
}

function runIn(module: QuickJSWASMModule, page: PageScripts, next: number, handlers: readonly string[]): ScriptRun {
  const context = module.newContext()
  context.runtime.setMemoryLimit(MAX_BYTES)
  context.runtime.setMaxStackSize(MAX_STACK_BYTES)
  let rounds = 0
  context.runtime.setInterruptHandler(() => ++rounds > MAX_ROUNDS)
  run(context, `globalThis.__browser = ${BROWSER}`)
  run(context, `__browser.begin(${JSON.stringify({ place: page.place, elements: page.elements })})`)
  for (const script of page.scripts) run(context, script)
  run(context, '__browser.settle()')
  const loaded = took(context)
  let turned = NOTHING
  for (const work of [`__browser.turn(${next})`, ...handlers.map((one) => `(function(){ ${one}\n}).call(null)`)]) {
    if (turned.goesTo !== null || turned.requests.length > 0) break
    run(context, work)
    run(context, '__browser.settle()')
    turned = took(context)
  }
  context.dispose()
  return { loaded, turned }
}

/** A script that fails is like one of a browser that fails: the next one runs all the same. */
function run(context: QuickJSContext, source: string): string | null {
  const result = context.evalCode(source, 'page.js', { type: 'global' })
  const value = result.error === undefined ? context.getString(result.value) : null
  result.dispose()
  return value
}

function took(context: QuickJSContext): Effects {
  const text = run(context, '__browser.took()')
  const parsed = v.safeParse(effects, text === null ? null : JSON.parse(text))
  return parsed.success ? parsed.output : NOTHING
}
