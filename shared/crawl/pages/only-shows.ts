import type { Control, Controls } from './controls.ts'
import { handlerOf } from './leads.ts'
import { MAX_SCRIPTS } from './markup.ts'
import { bodyAt, functionOf, readCall } from './script-calls.ts'

/** Words of what unfolds or folds a page. Tabs, which show one part of several, have others. */
const UNFOLDS =
  /^[^\p{L}\p{N}]{0,3}(?:点击|查看|显示|加载|展开|收起|浏览){0,2}(?:更多|全部|所有|其余|剩余|余下)?.{0,6}$/u
const UNFOLDING = /展开|收起|更多|全部|所有|其余|剩余|余下/
/** What words of a control stand in. */
const INLINE = new Set(['span', 'i', 'em', 'b', 'strong', 'font'])
const MAX_HANDLERS = 20
const MAX_BODY = 1500

const TEXT = `(?:"[^"<>]{0,80}"|'[^'<>]{0,80}')`
const ELEMENT = String.raw`(?:\$|jQuery)\(\s{0,3}(?:this|${TEXT})\s{0,3}\)|document\.(?:getElementById|querySelector(?:All)?|getElementsByClassName)\(\s{0,3}${TEXT}\s{0,3}\)|\bthis\b`
const STEP = String.raw`(?:\.(?:parents?|next|prev|nextAll|prevAll|siblings|find|children|closest|eq|first|last|not|filter)\((?:${TEXT}|[0-9]{0,3})\)|\[[0-9]{1,2}\]){0,6}`
const STYLE = `(?:display|height|maxHeight|max-height|overflow|visibility)`
const EFFECT = String.raw`\.(?:show|hide|toggle|slideDown|slideUp|slideToggle|fadeIn|fadeOut|fadeToggle|remove)\((?:[0-9]{0,5}|${TEXT})\)|\.(?:add|remove|toggle)Class\(${TEXT}\)|\.classList\.(?:add|remove|toggle)\(${TEXT}\)|\.(?:text|html)\(${TEXT}\)|\.css\(["']${STYLE}["']\s{0,3},\s{0,3}(?:${TEXT}|[0-9]{1,5})\)|\.style\.${STYLE}\s{0,3}=\s{0,3}${TEXT}|\.(?:innerText|textContent)\s{0,3}=\s{0,3}${TEXT}`
/** What reads how something is shown, and asks for nothing. */
const ASKS = String.raw`\.is\(["']:(?:visible|hidden)["']\)|\.hasClass\(${TEXT}\)|\.classList\.contains\(${TEXT}\)|(?:\.text\(\)|\.html\(\)|\.innerText|\.css\(["']${STYLE}["']\)|\.style\.${STYLE})\s{0,3}[!=]==?\s{0,3}${TEXT}`
const CHANGE = new RegExp(`(?:${ELEMENT})${STEP}(?:${STEP}(?:${EFFECT})){1,6}`, 'g')
const CHOICE = new RegExp(
  String.raw`\bif\s{0,3}\(\s{0,3}!?\s{0,3}(?:${ELEMENT})${STEP}(?:${ASKS})\s{0,3}\)|\belse\b`,
  'g',
)
const IDLE = /\breturn\s{1,3}(?:false|true)\b|\b(?:e|ev|event|evt)\.(?:preventDefault|stopPropagation)\(\)/g
const SELECTED =
  /(?:\$|jQuery|querySelector(?:All)?|(getElementById)|(getElementsByClassName))\(\s{0,3}["']([^"'<>]{1,80})["']\s{0,3}\)/g
const NAMES = /\b(?:id|class)\s{0,3}=\s{0,3}(?:"([^"]{0,200})"|'([^']{0,200})'|([^\s"'<>]{1,100}))/gi
/** `$('.more').click(function () {`, `$('#more').on('click', function (e) {`. */
const BOUND =
  /(?:\$|jQuery)\(\s{0,3}["']([^"'<>]{1,80})["']\s{0,3}\)\.(?:click\(\s{0,3}|(?:on|bind)\(\s{0,3}["']click["']\s{0,3},\s{0,3})function\s{0,3}\(\w{0,10}\)\s{0,3}\{/g

/** Tells controls that only unfold what the page has already from those that bring more rows. */
export interface Unfolders {
  /** The controls of the page without them. */
  readonly others: Controls
  /** Whether an element is one of them. */
  readonly has: (tag: string, attributes: Readonly<Record<string, string>>) => boolean
}

/**
 * Controls such as 展开更多 whose script, as far as it is known, does nothing but show, hide or mark elements that are in the page with
 * something in them. What the script does otherwise, or keeps elsewhere, may bring rows.
 */
export function unfoldersOf(controls: Controls, html: string, allScripts: string): Unfolders {
  const scripts = allScripts.slice(0, MAX_SCRIPTS)
  const bound = [...scripts.matchAll(BOUND)].slice(0, MAX_HANDLERS).map(({ 0: head, 1: selector, index }) => ({
    selector: selector!,
    body: bodyAt(scripts, index + head.length),
  }))
  let names: ReadonlySet<string> | null = null
  const page = {
    scripts,
    hasName: (name: string) => {
      names ??= namesIn(html)
      return names.has(name)
    },
    empties: new Set(controls.empties.flatMap((marks) => marks.split(/\s+/))),
  }
  const handlers = new Map<string, boolean>()
  const only = (script: string) => {
    const known = handlers.get(script) ?? (handlers.size < MAX_HANDLERS && onlyShows(script, page))
    handlers.set(script, known)
    return known
  }
  const marks = new Set<string>()
  const unfolders = controls.controls.filter((control) => {
    if (!isUnfolder(control)) return false
    const own = control.handler === null ? [] : [control.handler]
    const bodies = bound.filter(({ selector }) => selects(selector, control.marks)).map(({ body }) => body)
    const does = [...own, ...bodies]
    return does.length > 0 && does.every(only)
  })
  for (const { handler, marks: own } of unfolders) if (handler === null) marks.add(own)
  const words = new Set(unfolders.map(({ text }) => text))
  const isWithin = ({ tag, text, handler, href, marks: own }: Control) =>
    INLINE.has(tag) && handler === null && href === null && own === '' && words.has(text)
  const isOne = new Set(unfolders)
  const others = controls.controls.filter((control) => !isOne.has(control) && !isWithin(control))
  return {
    others: { ...controls, controls: others },
    has: (tag, attributes) =>
      handlers.get(handlerOf(tag, attributes) ?? '') === true ||
      marks.has(`${attributes.id ?? ''} ${attributes.class ?? ''}`.trim()),
  }
}

function isUnfolder({ text, hint, href, dataAddress, dataNumber }: Control): boolean {
  const words = text || hint
  const leads = dataAddress !== null || dataNumber !== null || (href !== null && !/^(?:#|\s*javascript:|$)/i.test(href))
  return !leads && UNFOLDING.test(words) && UNFOLDS.test(words)
}

/** Whether a selector is that of an element with these marks: `#more`, `a.more`, `.list .more`. */
function selects(selector: string, marks: string): boolean {
  const last = selector.split(',').map((one) => one.trim().split(/\s+/).at(-1)!)
  const own = new Set(marks.split(/\s+/))
  return last.some((one) => {
    const names = [...one.matchAll(/[#.]([\w-]{1,60})/g)].map(([, name]) => name!)
    return names.length > 0 && names.every((name) => own.has(name))
  })
}

interface PageOfScript {
  readonly scripts: string
  /** Whether an element has an ID or a class. */
  readonly hasName: (name: string) => boolean
  /** IDs and classes of elements with nothing in them. */
  readonly empties: ReadonlySet<string>
}

function namesIn(html: string): Set<string> {
  return new Set(
    [...html.matchAll(NAMES)].flatMap(([, double, single, bare]) => (double ?? single ?? bare!).split(/\s+/)),
  )
}

function onlyShows(handler: string, page: PageOfScript): boolean {
  const script = wholeOf(handler, page.scripts)
  if (script === null || script.length > MAX_BODY) return false
  const changes = script.match(CHANGE) ?? []
  const rest = script
    .replace(CHOICE, '')
    .replace(CHANGE, '')
    .replace(IDLE, '')
    .replace(/\/\*.{0,200}?\*\/|\/\/[^\n]{0,200}/g, '')
  if (changes.length === 0 || /[^\s;{}]/.test(rest)) return false
  const selected = [...script.matchAll(SELECTED)].map(
    ([, byId, byClass, name]) => `${byId ? '#' : byClass ? '.' : ''}${name}`,
  )
  return selected.length > 0 && selected.every((one) => isThere(one, page))
}

/** The script of a handler; if that only calls a function of the page, the function's. */
function wholeOf(handler: string, scripts: string): string | null {
  const call = /^\s*(?:return\s+)?[\w$]{1,60}\s{0,3}\([^()]{0,60}\)\s{0,3};?\s{0,3}(?:return\s+false;?)?\s*$/.test(
    handler,
  )
  if (!call) return handler
  return functionOf(readCall(handler)?.name ?? '', scripts)?.text ?? null
}

/** Whether what a selector names is in the page, and not without anything in it: a script fills such an element. */
function isThere(selector: string, { hasName, empties }: PageOfScript): boolean {
  const names = [...selector.matchAll(/[#.]([\w-]{1,60})/g)].map(([, name]) => name!)
  return names.length > 0 && names.every((name) => hasName(name) && !empties.has(name))
}
