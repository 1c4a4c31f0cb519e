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
  'display visibility content-visibility opacity filter font-size font color background background-color background-image background-clip -webkit-background-clip position left right top bottom text-indent margin-left margin-top transform width height max-width max-height overflow overflow-x overflow-y clip clip-path text-decoration text-decoration-line vertical-align list-style list-style-type'.split(
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
  const transform = value('transform') ?? ''
  if (/scale[xy]?\(\s*0(?:\.0+)?\s*[,)]/.test(transform)) return true
  const moves = /translate(?:[xy]|3d)?\((?<lengths>[^()]{1,80})\)/.exec(transform)?.groups?.lengths?.split(',') ?? []
  return moves.some((length) => (pixels(length.trim()) ?? 0) <= FAR)
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
  // Half a screen is how banners are centred, a whole one is off it.
  vw: 5,
  vh: 5,
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
  // Letters that are cut out of their ground have its colours.
  const isCutOut = /text/.test(
    `${saidOf(declarations, 'background-clip')} ${saidOf(declarations, '-webkit-background-clip')}`,
  )
  return {
    isVisible: visibility === undefined || visibility === 'inherit' ? undefined : visibility === 'visible',
    hasSize: hasSize(declarations),
    color: isCutOut ? undefined : colorOf(saidOf(declarations, 'color')),
    background: backgroundOf(declarations),
  }
}

/** Whether text stands above its line, as marks of notes do: by a word, or by a length if it is smaller than the line. */
export function isRaised(declarations: Declarations): boolean {
  if (!isLifted(declarations)) return false
  return RAISED.test(saidOf(declarations, 'vertical-align') ?? '') || isSmall(saidOf(declarations, 'font-size') ?? '')
}

const RAISED = /^(?:super|text-top)$/
/** In pixels: less than this sets right a letter that stands too low. */
const LEAST_LIFT = 3
const LEAST_LIFT_PERCENT = 20

/** Whether text stands higher than its line, of whatever size it is. */
export function isLifted(declarations: Declarations): boolean {
  const value = (property: string) => saidOf(declarations, property)
  const align = value('vertical-align') ?? ''
  if (RAISED.test(align) || (pixels(align) ?? 0) >= LEAST_LIFT) return true
  if (align.endsWith('%') && Number.parseFloat(align) >= LEAST_LIFT_PERCENT) return true
  if (value('position') !== 'relative') return false
  const top = pixels(value('top'))
  return top === undefined ? (pixels(value('bottom')) ?? 0) >= LEAST_LIFT : top <= -LEAST_LIFT
}

/** Type that is no type of lines of prose. */
const SMALL_PIXELS = 11

function isSmall(size: string): boolean {
  if (/^(?:smaller|small|x-small|xx-small)$/.test(size)) return true
  if (/^[\d.]+r?em$/.test(size)) return Number.parseFloat(size) < 0.9
  if (/^[\d.]+%$/.test(size)) return Number.parseFloat(size) < 90
  return (pixels(size) ?? Number.POSITIVE_INFINITY) <= SMALL_PIXELS
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
    saidOf(declarations, 'font-size') ?? SHORTHAND_SIZE.exec(saidOf(declarations, 'font') ?? '')?.groups?.size
  if (size !== undefined && /^calc\(\s*[-+]?0*\.?0+[a-z%]*\s*(?:\*[^-+()]*)?\)$/.test(size)) return false
  if (size === undefined || size === 'inherit') return undefined
  if (/^[\d.]+(?:em|%)$/.test(size)) return Number.parseFloat(size) === 0 ? false : undefined
  const length = pixels(size)
  return length === undefined || length > TINY
}

/** A weight (`400`) is a number without a unit, as no size but 0 is. */
const SHORTHAND_SIZE = /(?:^|\s)(?<size>0*\.?0+(?=[\s/])|[\d.]+(?:[a-z]+|%))/

function backgroundOf(declarations: Declarations): string | undefined {
  const said = ['background-image', 'background-color', 'background'].map((property) => saidOf(declarations, property))
  const found = said.find((value) => value !== undefined && !/^(?:none|transparent|inherit|initial)$/.test(value))
  if (found === undefined || isTranslucent(found)) return found
  return colorOf(found) ?? found
}

/** Whether what is below shines through, so that nobody can tell the colour that is seen. */
function isTranslucent(color: string): boolean {
  if (color.startsWith('#')) return (color.length === 5 || color.length === 9) && !/ff?$/.test(color)
  return /^rgba?\([^()]{1,40}[,/]\s*(?:0?\.\d+|[\d.]+%)\s*\)$/.test(color)
}

/** Whether the colour of the text is that of one of the grounds. */
export function isOfGround(color: string | undefined, grounds: readonly string[]): boolean {
  return color !== undefined && grounds.some((ground) => lacksContrast(color, ground))
}

/** A ground other than white paper, of one colour; undefined if none is said. */
export function darkGroundOf(declarations: Declarations): string | undefined {
  const ground = backgroundOf(declarations)
  return ground?.startsWith('#') === true && !lacksContrast(ground) ? ground : undefined
}

const NAMED: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000', transparent: 'none' }

/** A colour in one form: `#ffffff`, or `none` if it is transparent; undefined if it is none of the plain forms. */
export function colorOf(value: string | undefined): string | undefined {
  const color = value?.trim().toLowerCase()
  if (color === undefined || color === '') return undefined
  if (NAMED[color] !== undefined) return NAMED[color]
  if (/^#[0-9a-f]{3}$/.test(color)) return `#${[...color.slice(1)].map((digit) => digit + digit).join('')}`
  if (/^#?[0-9a-f]{6}$/.test(color)) return `#${color.replace('#', '')}`
  if (/^#(?:[0-9a-f]{4}|[0-9a-f]{8})$/.test(color)) {
    const digits = (color.length - 1) / 4
    return /^0+$/.test(color.slice(-digits)) ? 'none' : colorOf(color.slice(0, -digits))
  }
  if (/^hsla?\([^()]{1,40}[,/]\s*0*\.?0+%?\s*\)$/.test(color) && color.split(/[\s,/]+/).length === 4) return 'none'
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
