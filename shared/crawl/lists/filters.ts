import { formPost, getOf, type ListRequest } from '../fetch/list-request.ts'
import { type Choice, type ChoiceForm, type Choices, leadsAway, type Option, readChoices } from '../pages/choices.ts'
import { resolveHref } from '../pages/links.ts'
import { MAX_SCRIPTS } from '../pages/markup.ts'
import { addressOfHandler } from '../pages/script-calls.ts'
import { withOwnValue } from './pagers/turns.ts'
import { isYears } from './year-words.ts'

/** Bodies, between which some lists are divided. */
const BODY = /(?:政府|办公室|[局厅委办院]|委员会|部门|街道|[乡镇])$/
const ALL = /^(?:[-—=\s]*)(?:全部|所有|不限|全年|历年|全体|任意|all)/i
/** What a box to search says while nothing is written in it. */
const HINT = /请|输入|关键|搜索|查询|检索|search|keyword/i
const YEAR = /20[0-9]{2}/
const PAGES = /^\D{0,3}[0-9]{1,3}\D{0,6}$/
/** Where and how words are searched for, and the order of rows. */
const OTHER_CHOICE = /标题|题名|全文|正文|内容|关键|文号|索引|模糊|精确|排序|升序|降序|时间|相关|点击|简体|繁体/
const SUBMITS = /\bsubmit\b/
const MAX_OPTIONS = 30
/** Each choice is asked for with all that its form sends: of more, or of longer forms, the requests would fill the memory. */
const MAX_FILTERS = 20
const MAX_FIELDS = 500
const MAX_SENT = 200_000

export interface Filters {
  /** The list with each option, or with all of it if there is such an option. */
  readonly pages: readonly ListRequest[]
  /** A filter that leaves rows out, of which nothing tells how to take it away. Null if there is none. */
  readonly blind: string | null
  /** The page was asked for with a choice that it does not show: whether its rows are those of the choice nothing tells. */
  readonly isUnheeded: boolean
}

/** The page of a list on which filters are looked for. */
export interface FilteredPage {
  readonly html: string
  readonly request: ListRequest
  readonly url: string
  readonly base: string
  /** Its inline scripts. */
  readonly scripts: string
  readonly hasScripts: boolean
}

/**
 * Choices that make a list show a part of itself: a year, a body, a span of days, words that it is searched for. What such a list
 * shows is never all of it, however well its counts are met.
 */
export function readFilters(page: FilteredPage): Filters {
  const { choices, fields } = readChoices(page.html)
  const filters = choices.filter((choice) => isFilter(choice, page))
  if (filters.length > MAX_FILTERS) return { pages: [], blind: `${filters.length} choices of rows`, isUnheeded: false }
  const read = filters.map((choice) => optionsOf(choice, page))
  const written = writtenAway(fields, page)
  return {
    pages: [...read.flatMap(({ pages }) => pages), ...written.pages],
    blind: read.find(({ blind }) => blind !== null)?.blind ?? written.blind,
    isUnheeded: isUnheeded(filters, fields, page.request),
  }
}

type Found = Pick<Filters, 'pages' | 'blind'>
const NONE: Found = { pages: [], blind: null }

function isFilter({ options, form }: Choice, page: FilteredPage): boolean {
  if (options.length < 2 || options.some(({ value }) => leadsAway(value))) return false
  if (hasYears(options)) return true
  if (options.every(({ words, value }) => PAGES.test(words || value))) return false
  if (options.some(({ words }) => OTHER_CHOICE.test(words))) return false
  return isOfList(form, page) || options.some(({ words }) => BODY.test(words))
}

function hasYears(options: readonly Option[]): boolean {
  return options.some(({ words, value }) => isYears(words) || isYears(value))
}

/** Whether a form asks for the list itself, and not for a search of the whole site. */
function isOfList(form: ChoiceForm | null, { url, base }: FilteredPage): boolean {
  const action = form === null ? null : addressOf(form, url, base)
  return action !== null && new URL(action).pathname === new URL(url).pathname
}

function addressOf({ action }: ChoiceForm, url: string, base: string): string | null {
  const address = action === '' ? url : resolveHref(action, base)
  return address !== null && new URL(address).host === new URL(url).host ? address : null
}

function optionsOf(choice: Choice, page: FilteredPage): Found {
  const { options, form } = choice
  const chosen = options.find(({ isChosen }) => isChosen)
  // A list may begin with this year's though no year is chosen yet.
  const isOpen = (chosen === undefined || isNoChoice(chosen)) && !(isOfList(form, page) && hasYears(options))
  if (isOpen || (chosen !== undefined && ALL.test(chosen.words))) return NONE
  const all = options.find(({ words }) => ALL.test(words))
  const asked = all === undefined ? options.filter((one) => !isNoChoice(one)) : [all]
  const sign = `a choice that shows a part of the list: ${(chosen?.words || choice.name).slice(0, 40)}`
  if (asked.length > MAX_OPTIONS) return { pages: [], blind: sign }
  const pages = asked.map((one) => requestOf(choice, one, page))
  const known = pages.filter((one) => one !== null)
  const isTold = known.length === pages.length || (form === null && choice.handler === null && !page.hasScripts)
  return { pages: known, blind: isTold ? null : sign }
}

/** 请选择. */
function isNoChoice({ value, words }: Option): boolean {
  return value === '' || /选择/.test(words)
}

function requestOf({ name, handler, form }: Choice, { value }: Option, page: FilteredPage): ListRequest | null {
  const { scripts, base } = page
  if (handler !== null && !SUBMITS.test(handler)) {
    const address = addressOfHandler(withOwnValue(handler, value), scripts.slice(0, MAX_SCRIPTS))
    const url = address === null ? null : resolveHref(address, base)
    if (url !== null) return getOf(url)
  }
  return form === null || name === '' ? null : sentBy(form, new Map([[name, value]]), page)
}

/** What a form sends with some of its values changed. */
function sentBy(form: ChoiceForm, changed: ReadonlyMap<string, string>, page: FilteredPage): ListRequest | null {
  const action = addressOf(form, page.url, page.base)
  if (action === null || form.sent.size > MAX_FIELDS) return null
  const pairs = [...new Map([...form.sent, ...changed])]
  if (pairs.reduce((sum, [name, value]) => sum + name.length + value.length, 0) > MAX_SENT) return null
  if (form.isPost) return { url: action, post: formPost(pairs) }
  const url = new URL(action)
  url.search = new URLSearchParams(pairs).toString()
  return getOf(url.href)
}

/** The list without the days and words that it is searched for. */
function writtenAway(fields: Choices['fields'], page: FilteredPage): Found {
  const written = fields.filter(({ value, isHint, isHidden, form }) => {
    if (value.trim() === '' || isHint || HINT.test(value)) return false
    return isOfList(form, page) ? !/^[01]$/.test(value) : YEAR.test(value) && page.hasScripts && !isHidden
  })
  const [first] = written
  if (first === undefined) return NONE
  const { form } = first
  const emptied = new Map(written.filter((one) => one.form === form).map(({ name }) => [name, '']))
  const request = form === null || emptied.has('') ? null : sentBy(form, emptied, page)
  const sign = `a field that shows a part of the list: ${first.value.slice(0, 40)}`
  return request === null ? { pages: [], blind: sign } : { pages: [request], blind: null }
}

/** Whether the choices that a page was asked for with are not those that it shows. */
function isUnheeded(filters: readonly Choice[], fields: Choices['fields'], { url, post }: ListRequest): boolean {
  // Of a name that is sent twice the first value counts.
  const asked = new Map([...new URLSearchParams(post?.body ?? new URL(url).search)].reverse())
  const isOther = ({ name, options }: Choice) => {
    const value = asked.get(name)
    return value !== undefined && options.every((one) => !one.isChosen || one.value !== value)
  }
  return filters.some(isOther) || fields.some(({ name, value }) => asked.get(name) === '' && value !== '')
}
