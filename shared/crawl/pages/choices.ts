import { Parser } from 'htmlparser2'
import { MAX_DEPTH, tooComplex } from '../../formats/limits.ts'
import { collapse } from './markup.ts'

const MAX_OPTIONS = 200
const MAX_WORDS = 60
/** Fields in which a visitor writes. */
const TYPED = new Set(['', 'text', 'search', 'date', 'month', 'number', 'range'])
const YEAR = /^20[0-9]{2}(?:-[0-9]{1,2}){0,2}$/
const BUTTONS = new Set(['submit', 'image', 'button', 'reset', 'file'])

export interface Option {
  readonly value: string
  readonly words: string
  readonly isChosen: boolean
}

/** A select, or the radio buttons and boxes of one name: values between which a visitor chooses. */
export interface Choice {
  /** Empty if nothing says under which name it is sent. */
  readonly name: string
  readonly options: readonly Option[]
  /** The script that runs on a change; null without. */
  readonly handler: string | null
  readonly form: ChoiceForm | null
}

/** A field in which a visitor writes, or that holds a year. */
export interface TypedField {
  readonly name: string
  readonly value: string
  /** What it shows is a hint that goes when something is written. */
  readonly isHint: boolean
  readonly isHidden: boolean
  readonly form: ChoiceForm | null
}

/** A form with all that it sends as the page has it. */
export interface ChoiceForm {
  /** As written; empty for the page's own address. */
  readonly action: string
  readonly isPost: boolean
  readonly sent: ReadonlyMap<string, string>
}

export interface Choices {
  readonly choices: readonly Choice[]
  readonly fields: readonly TypedField[]
}

interface OpenChoice {
  readonly name: string
  /** Without a value an option sends its words. */
  readonly options: { value: string | null; words: string; isChosen: boolean }[]
  readonly handler: string | null
  readonly form: (ChoiceForm & { readonly sent: Map<string, string> }) | null
}

type OpenForm = NonNullable<OpenChoice['form']>
type Attributes = Readonly<Record<string, string>>

/** What the visitor of a page may choose and write to see another part of it, in one pass. */
export function readChoices(html: string): Choices {
  const choices: OpenChoice[] = []
  const radios = new Map<string, OpenChoice>()
  const fields: TypedField[] = []
  let form: OpenForm | null = null
  let select: OpenChoice | null = null
  let option: OpenChoice['options'][number] | null = null
  let depth = 0

  const openChoice = ({ name = '', onchange, onclick }: Attributes): OpenChoice => {
    const made = { name, options: [], handler: onchange ?? onclick ?? null, form }
    choices.push(made)
    // Browsers send values in the order of the page. What is chosen is known at the end.
    if (name !== '') form?.sent.set(name, '')
    return made
  }
  const addOption = (choice: OpenChoice, value: string | null, isChosen: boolean) => {
    option = { value, words: '', isChosen }
    if (choice.options.length < MAX_OPTIONS) choice.options.push(option)
  }
  const openInput = (attributes: Attributes) => {
    const { name = '', value = '', type = '', placeholder = '', onfocus, checked } = attributes
    const kind = type.toLowerCase()
    if (kind === 'radio' || kind === 'checkbox') {
      const key = `${name} ${form?.action}`
      const choice = radios.get(key) ?? openChoice(attributes)
      radios.set(key, choice)
      addOption(choice, attributes.value ?? 'on', checked !== undefined)
      return
    }
    if (BUTTONS.has(kind)) return
    if (name !== '') form?.sent.set(name, value)
    // What is hidden and has a year chooses, too.
    if (TYPED.has(kind) || (kind === 'hidden' && YEAR.test(value)))
      fields.push({
        name,
        value,
        isHint: value === placeholder || onfocus !== undefined,
        isHidden: kind === 'hidden',
        form,
      })
  }
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (++depth > MAX_DEPTH) throw tooComplex(`nests deeper than ${MAX_DEPTH} elements`)
      if (tag === 'form') {
        const { action = '', method = '' } = attributes
        form = { action: action.trim(), isPost: method.toLowerCase() === 'post', sent: new Map() }
      }
      if (tag === 'select') select = openChoice(attributes)
      if (tag === 'option' && select !== null)
        addOption(select, attributes.value ?? null, attributes.selected !== undefined)
      if (tag === 'input') openInput(attributes)
    },
    ontext(text) {
      if (option !== null && option.words.length < MAX_WORDS) option.words += text.slice(0, MAX_WORDS)
    },
    onclosetag(tag) {
      depth--
      if (tag === 'form') form = null
      if (tag === 'select') {
        // It shows its first option if none is chosen.
        const { options = [] } = select ?? {}
        if (options[0] !== undefined && !options.some(({ isChosen }) => isChosen)) options[0].isChosen = true
        select = null
      }
      // The words of a radio button stand behind it.
      if (tag !== 'input' && tag !== 'b' && tag !== 'i' && tag !== 'span') option = null
    },
  })
  parser.write(html)
  parser.end()
  return { choices: choices.map(finished), fields }
}

/** Whether the value of an option leads to another site, as those of related links do. */
export function leadsAway(value: string): boolean {
  return /^\s*(?:https?:)?\/\/|^\s*www\./i.test(value)
}

function finished({ name, options, handler, form }: OpenChoice): Choice {
  const told = options.map((one) => {
    const words = collapse(one.words)
    return { value: one.value ?? words, words, isChosen: one.isChosen }
  })
  const chosen = told.find(({ isChosen }) => isChosen)
  if (chosen === undefined) form?.sent.delete(name)
  else if (name !== '') form?.sent.set(name, chosen.value)
  return { name, options: told, handler, form }
}
