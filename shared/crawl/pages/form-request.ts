import type { ListRequest } from '../fetch/list-request.ts'
import { formPost, getOf } from '../fetch/list-request.ts'
import type { Form } from './controls.ts'
import { resolveHref } from './links.ts'
import { evaluate, functionOf, readCall, valuesOf } from './script-calls.ts'

/** `form.pageNo.value = n`, `$("#pageNo").val(n)`, `getElementById("pageNo").value = n`. */
const SETS =
  /(?:["'#.\]]|\b)(?<field>[\w$-]{1,60})["']?\s{0,3}\)?\s{0,3}\.(?:value\s{0,5}=(?!=)|val\s{0,5}\()\s{0,5}(?<value>[^;\n)]{1,200})/g
const POST_BACK = '__doPostBack'

/**
 * The request that a handler makes by sending a form of the page: ASP.NET's `__doPostBack(target, argument)`, or a function
 * that sets fields and submits. Null if the form or a value cannot be told.
 */
export function formRequestOf(
  handler: string,
  scripts: string,
  forms: readonly Form[],
  pageUrl: string,
): ListRequest | null {
  const call = readCall(handler.replaceAll('&#39;', "'"))
  if (call === null) return null
  if (call.name === POST_BACK) {
    const form = forms.find(({ fields }) => fields.some(({ name }) => name === '__VIEWSTATE'))
    const [target = '', argument = ''] = call.args
    return form === undefined
      ? null
      : requestOf(form, { __EVENTTARGET: target, __EVENTARGUMENT: argument }, pageUrl, isButton)
  }
  const body = functionOf(call.name, scripts)
  if (body === null || !/\bsubmit\s{0,5}\(/.test(body.text)) return null
  const values = valuesOf(body.parameters, call.args)
  const set: Record<string, string> = {}
  for (const { groups } of body.text.matchAll(SETS)) {
    const value = evaluate(groups!.value!, values)
    if (value !== null) set[groups!.field!] = value
  }
  const names = Object.keys(set)
  const form = forms.find(({ fields }) => fields.some(({ name, id }) => names.includes(name) || names.includes(id)))
  return form === undefined ? null : requestOf(form, set, pageUrl, () => false)
}

/** A button sends its name only if it is the one that was pressed. */
function isButton(name: string): boolean {
  return /btn|button|submit|search/i.test(name)
}

function requestOf(
  form: Form,
  set: Readonly<Record<string, string>>,
  pageUrl: string,
  leavesOut: (name: string) => boolean,
): ListRequest | null {
  const action = form.action === '' ? pageUrl : resolveHref(form.action, pageUrl)
  if (action === null) return null
  const pairs = new Map<string, string>()
  for (const { name, id, value } of form.fields) {
    if (name !== '' && !leavesOut(name)) pairs.set(name, set[name] ?? set[id] ?? value)
  }
  for (const [name, value] of Object.entries(set)) if (name.startsWith('__')) pairs.set(name, value)
  if (form.isPost) return { url: action, post: formPost(pairs) }
  const url = new URL(action)
  for (const [name, value] of pairs) url.searchParams.set(name, value)
  return getOf(url.href)
}
