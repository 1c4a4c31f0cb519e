import type { Control } from '../../pages/controls.ts'
import type { KnownElement } from '../../scripts/page-scripts.ts'
import { numberOf, pagerWordOf } from './words.ts'

const MAX_HANDLERS = 3
/** What stands on the button behind a field for the number of a page. */
const GO = /^(?:go|ok|跳|跳转|跳页|转|转到|转页|前往|确定|确认)[!>»]?$/i
/** Names of such fields. A field for words to search for is none. */
const FIELD = /pag|jump|goto|skip|^(?:p|pn|num|number|no|to|go)$/i
const TYPED = /^(?:|text|number|tel)$/i

/**
 * Scripts that turn to the next page, the likeliest first: those of 下一页 and of its number, else what a visitor does who writes the
 * number into the field for it and presses the button there.
 */
export function turnHandlers(controls: readonly Control[], elements: readonly KnownElement[], next: number): string[] {
  const worked = controls.filter(({ isDisabled }) => !isDisabled)
  const leads = worked.filter((one) => {
    const word = pagerWordOf(one)
    return word === 'next' || word === 'more' || (word === 'number' && numberOf(one.text) === next)
  })
  const turns = leads.flatMap(({ handler }) => handler ?? [])
  return [...turns, ...jumps(worked, elements.filter(isNumberField), next)].slice(0, MAX_HANDLERS)
}

function jumps(controls: readonly Control[], fields: readonly KnownElement[], next: number): string[] {
  const buttons = controls.filter(({ text, hint }) => GO.test(text || hint.trim()))
  const forms = [...new Set(fields.flatMap(({ form }) => form ?? []))].slice(0, MAX_HANDLERS)
  const submits = forms.map((form) => `document.forms[${form}].submit()`)
  const presses = buttons.flatMap(({ handler }) => (handler === null ? submits : [handler]))
  const written = fields.map((field) => `${lookUp(field)}.value = "${next}";`).join(' ')
  return written === '' ? [] : presses.map((press) => `${written} ${press}`)
}

function isNumberField({ tag, attributes }: KnownElement): boolean {
  const { type = '', value = '', id = '', name = '' } = attributes
  const isNumber = tag === 'input' && TYPED.test(type) && /^[0-9]*$/.test(value)
  return isNumber && [id, name].some((one) => FIELD.test(one))
}

function lookUp({ attributes: { id, name } }: KnownElement): string {
  const found = id ? `getElementById(${JSON.stringify(id)})` : `getElementsByName(${JSON.stringify(name)})[0]`
  return `document.${found}`
}
