/** The declarations of a style attribute or of a rule, by property; of those that say a property twice, the last. */
export type Declarations = ReadonlyMap<string, string>

const IMPORTANT = /\s*!\s*important\s*$/

/** @param style declarations as CSS writes them: `display:none; color:red` */
export function parseDeclarations(style: string): Declarations {
  const declarations = new Map<string, string>()
  for (const part of style.split(';')) {
    const colon = part.indexOf(':')
    if (colon < 0) continue
    const property = part.slice(0, colon).trim().toLowerCase()
    if (SEEN_BY.has(property))
      declarations.set(
        property,
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      )
  }
  return declarations
}

/** What of all that CSS can say decides whether a person sees a text. */
const SEEN_BY = new Set(
  'display visibility content-visibility opacity filter font-size font color background background-color background-image position left right top bottom text-indent margin-left margin-top transform width height max-width max-height overflow overflow-x overflow-y clip clip-path text-decoration text-decoration-line vertical-align list-style list-style-type'.split(
    ' ',
  ),
)

export function isImportant(value: string): boolean {
  return IMPORTANT.test(value)
}

/** A value without `!important`. */
export function saidOf(declarations: Declarations, property: string): string | undefined {
  return declarations.get(property)?.replace(IMPORTANT, '')
}

/** Farther than this from its place is off the page. */
const FAR = -400
/** Type and boxes up to this size show nothing. */
const TINY = 1

/**
 * True if an element is not shown, whatever is inside it: not displayed, transparent, off the page, cut to nothing, or struck out.
 * Tested in this order, the most frequent first.
 */
export function isGone(declarations: Declarations): boolean {
  if (declarations.size === 0) return false
  const value = (property: string) => saidOf(declarations, property)
  if (value('display') === 'none' || value('content-visibility') === 'hidden') return true
  if (/^0*\.?0+%?$/.test(value('opacity') ?? '') || /opacity\(\s*0*\.?0+%?\s*\)/.test(value('filter') ?? ''))
    return true
  if (/line-through/.test(`${value('text-decoration')} ${value('text-decoration-line')}`)) return true
  return isOffPage(value) || isCut(value)
}

type Value = (property: string) => string | undefined

function isOffPage(value: Value): boolean {
  const places = ['text-indent', 'margin-left', 'margin-top']
  if (/^(?:absolute|fixed|relative)$/.test(value('position') ?? '')) places.push('left', 'right', 'top', 'bottom')
  if (places.some((property) => (pixels(value(property)) ?? 0) <= FAR)) return true
  return /scale[xy]?\(\s*0(?:\.0+)?\s*[,)]|translate[xy]?\([^)]{0,40}-\d{4,}/.test(value('transform') ?? '')
}

function isCut(value: Value): boolean {
  if (/^rect\(\s*(?:[01](?:px)?[\s,]+){3}[01](?:px)?\s*\)$/.test(value('clip') ?? '')) return true
  if (/^inset\(\s*(?:50|[6-9]\d|100)%/.test(value('clip-path') ?? '')) return true
  const clips = ['overflow', 'overflow-x', 'overflow-y'].some((property) => /hidden|clip/.test(value(property) ?? ''))
  const sizes = ['width', 'height', 'max-width', 'max-height']
  return clips && sizes.some((property) => (pixels(value(property)) ?? Number.POSITIVE_INFINITY) <= TINY)
}

/** A length in pixels; undefined if it is relative, or none. */
function pixels(length: string | undefined): number | undefined {
  const { number, unit } = /^(?<number>[-+]?\d*\.?\d+)(?<unit>[a-z%]*)/.exec(length ?? '')?.groups ?? {}
  if (number === undefined) return undefined
  const amount = Number(number)
  if (amount === 0) return 0
  const factor = PIXELS[unit ?? '']
  return factor === undefined ? undefined : amount * factor
}

const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  '': 1,
  pt: 4 / 3,
  em: 16,
  rem: 16,
  cm: 38,
  mm: 3.8,
  in: 96,
  vw: 10,
  vh: 10,
}

/** What is inherited unless an element inside says otherwise. Undefined: not said. */
export interface Inherited {
  readonly isVisible: boolean | undefined
  /** False for type of no size. */
  readonly hasSize: boolean | undefined
  /** As `colorOf` writes colours. */
  readonly color: string | undefined
  readonly background: string | undefined
}

export function inheritedOf(declarations: Declarations): Inherited {
  const visibility = saidOf(declarations, 'visibility')
  return {
    isVisible: visibility === undefined || visibility === 'inherit' ? undefined : visibility === 'visible',
    hasSize: hasSize(declarations),
    color: colorOf(saidOf(declarations, 'color')),
    background: backgroundOf(declarations),
  }
}

/** Whether text stands above its line, as marks of notes do. */
export function isRaised(declarations: Declarations): boolean {
  return /^(?:super|text-top)$/.test(saidOf(declarations, 'vertical-align') ?? '')
}

/** Whether an element with these declarations alone, on white paper, would not be seen. */
export function hides(declarations: Declarations): boolean {
  if (declarations.size === 0) return false
  if (isGone(declarations)) return true
  const { isVisible, hasSize, color, background } = inheritedOf(declarations)
  return isVisible === false || hasSize === false || lacksContrast(color, background)
}

const PAPER = '#ffffff'

/** Of 255 steps of each of the three colours: less than this is no difference to the eye. */
const LEAST_CONTRAST = 16

/** Whether text of this colour cannot be seen on this ground; neither is said of most text. */
export function lacksContrast(color: string | undefined, background: string = PAPER): boolean {
  if (color === undefined) return false
  if (color === 'none' || color === background) return true
  if (!background.startsWith('#')) return false
  return [1, 3, 5].every((at) => Math.abs(channel(color, at) - channel(background, at)) < LEAST_CONTRAST)
}

function channel(color: string, at: number): number {
  return Number.parseInt(color.slice(at, at + 2), 16)
}

function hasSize(declarations: Declarations): boolean | undefined {
  const size =
    saidOf(declarations, 'font-size') ?? /(?:^|\s)[\d.]+[a-z%]*/.exec(saidOf(declarations, 'font') ?? '')?.[0].trim()
  if (size === undefined || size === 'inherit') return undefined
  if (/^[\d.]+(?:em|%)$/.test(size)) return Number.parseFloat(size) === 0 ? false : undefined
  const length = pixels(size)
  return length === undefined || length > TINY
}

function backgroundOf(declarations: Declarations): string | undefined {
  const said = ['background-color', 'background', 'background-image'].map((property) => saidOf(declarations, property))
  const found = said.find((value) => value !== undefined && !/^(?:none|transparent|inherit|initial)$/.test(value))
  return found === undefined ? undefined : (colorOf(found) ?? found)
}

const NAMED: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000', transparent: 'none' }

/** A colour in one form: `#ffffff`, or `none` if it is transparent; undefined if it is none of the plain forms. */
export function colorOf(value: string | undefined): string | undefined {
  const color = value?.trim().toLowerCase()
  if (color === undefined || color === '') return undefined
  if (NAMED[color] !== undefined) return NAMED[color]
  if (/^#[0-9a-f]{3}$/.test(color)) return `#${[...color.slice(1)].map((digit) => digit + digit).join('')}`
  if (/^#?[0-9a-f]{6}$/.test(color)) return `#${color.replace('#', '')}`
  const parts = /^rgba?\(([\d\s.,/%]{1,40})\)$/
    .exec(color)?.[1]
    ?.split(/[\s,/]+/)
    .filter((part) => part !== '')
  if (parts === undefined || parts.length < 3) return undefined
  if (parts[3] !== undefined && Number.parseFloat(parts[3]) === 0) return 'none'
  const hex = parts.slice(0, 3).map((part) =>
    Math.min(255, Math.round(Number.parseFloat(part)))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${hex.join('')}`
}
