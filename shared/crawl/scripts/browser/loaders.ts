import { called } from './calls.ts'
import { wait } from './events.ts'
import { axios, jQuery, library } from './libraries.ts'
import { missing } from './nothing.ts'
import { ask } from './requests.ts'
import { attempt, type Callback, isCallback, isObject, type Settings } from './values.ts'
import { Vue } from './vue.ts'

const LIBRARIES = new Map<unknown, unknown>([
  ['jquery', jQuery],
  ['$', jQuery],
  ['axios', axios],
  ['vue', Vue],
])

/** `require(["jquery"], function($){ … })`: what is to be done once libraries are loaded, which is at once. */
function load(...args: unknown[]): unknown {
  const names = args.find((one) => Array.isArray(one))
  const given = (Array.isArray(names) ? names : []).map(
    (name) => LIBRARIES.get(`${name}`.toLowerCase()) ?? missing(`${name}`),
  )
  const fn = args.find(isCallback)
  if (fn !== undefined) wait(() => attempt(fn, globalThis, ...given))
  return loader
}

/** `seajs`, `requirejs`. */
export const loader = library(load as Callback, { use: load })

/** What lists use of layui: its loader, its jQuery, tables and rows that come with scrolling. Its other parts are not here. */
export const layui = library(load as Callback, {
  use: load,
  $: jQuery,
  jquery: jQuery,
  table: { render: table },
  flow: { load: flow },
})

/** A table asks for its first page by names that it may be given. */
function table(settings: unknown): unknown {
  if (!isObject(settings) || settings.url === undefined) return missing('table')
  const { request, where, limit = 10 } = settings
  const { pageName = 'page', limitName = 'limit' } = (isObject(request) ? request : {}) as Settings
  const data = { [`${pageName}`]: 1, [`${limitName}`]: limit, ...(isObject(where) ? where : {}) }
  return ask({ ...settings, data })
}

function flow(settings: unknown): void {
  if (!isObject(settings)) return
  const { done } = settings
  if (isCallback(done)) wait(() => attempt(done, settings, 1, missing('next')))
  called([settings])
}
