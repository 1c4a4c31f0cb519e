import { backgroundOf, inkOf, lacksContrast } from './colours.ts'
import { type Declarations, saidOf } from './declarations.ts'
import { allPixels, pixels, shareOf } from './lengths.ts'

/** Farther than this from its place is off the page. */
const FAR = -400
/** Type and boxes up to this size show nothing. */
const TINY = 1
/** What lets nearly all through shows nothing. */
const FAINT = 0.04

type Value = (property: string) => string | undefined

/**
 * True if an element is not shown, whatever is inside it: not displayed, transparent, off the page, cut to nothing, or struck out.
 * Tested in this order, the most frequent first.
 */
export function isGone(declarations: Declarations): boolean {
  if (declarations.size === 0) return false
  const value: Value = (property) => saidOf(declarations, property)
  if (value('display') === 'none' || value('content-visibility') === 'hidden') return true
  if ((shareOf(value('opacity')) ?? 1) <= FAINT || isFilteredAway(value('filter') ?? '')) return true
  if (/line-through/.test(`${value('text-decoration')} ${value('text-decoration-line')}`)) return true
  return isOffPage(value) || isShrunk(value) || isCut(value)
}

function isFilteredAway(filter: string): boolean {
  return (shareOf(/opacity\(\s*([^()]{1,20}?)\s*\)/.exec(filter)?.[1]) ?? 1) <= FAINT
}

function isOffPage(value: Value): boolean {
  const places = ['text-indent', 'margin-left', 'margin-top']
  if (/^(?:absolute|fixed|relative)$/.test(value('position') ?? ''))
    places.push('left', 'right', 'top', 'bottom', 'inset')
  const lists = [...places, 'margin', 'translate'].map((property) => allPixels(value(property)))
  const moves = /translate(?:[xy]|3d)?\((?<lengths>[^()]{1,80}(?:\([^()]{1,80}\)[^()]{0,80})?)\)/.exec(
    value('transform') ?? '',
  )?.groups?.lengths
  const moved = moves?.split(',').map((length) => pixels(length.trim())) ?? []
  return [...lists.flat(), ...moved].some((length) => (length ?? 0) <= FAR)
}

const ZERO = '[-+]?0*\\.?0+'
const SHRUNK = new RegExp(
  `scale(?:[xyz]|3d)?\\(\\s*${ZERO}%?\\s*[,)]|matrix\\(\\s*${ZERO}\\s*,|rotate[xy]\\(\\s*-?(?:90|270)deg`,
)
const SCALED_TO_NOTHING = new RegExp(`^${ZERO}%?(?:\\s|$)`)

function isShrunk(value: Value): boolean {
  return SHRUNK.test(value('transform') ?? '') || SCALED_TO_NOTHING.test(value('scale') ?? '')
}

function isCut(value: Value): boolean {
  if (/^rect\(\s*(?:[01](?:px)?[\s,]+){3}[01](?:px)?\s*\)$/.test(value('clip') ?? '')) return true
  if (isClippedAway(value('clip-path') ?? '')) return true
  const clips = ['overflow', 'overflow-x', 'overflow-y'].some((property) => /hidden|clip/.test(value(property) ?? ''))
  if (!clips) return false
  const sizes = ['width', 'height', 'max-width', 'max-height', 'block-size', 'inline-size', 'line-height']
  if (sizes.some((property) => (sizeOf(value(property), property) ?? Number.POSITIVE_INFINITY) <= TINY)) return true
  const indent = value('text-indent') ?? ''
  return (indent.endsWith('%') && Number.parseFloat(indent) >= 100) || (pixels(indent) ?? 0) >= -FAR
}

/** The height of a line may be a factor: 1 is as high as its type. */
function sizeOf(length: string | undefined, property: string): number | undefined {
  const isFactor = property === 'line-height' && /^[\d.]+$/.test(length ?? '')
  return isFactor ? (Number(length) === 0 ? 0 : undefined) : pixels(length)
}

/** A shape that nothing is in. */
function isClippedAway(shape: string): boolean {
  const { form, list = '' } = /^(?<form>[a-z]+)\((?<list>[^()]{0,200})\)/.exec(shape)?.groups ?? {}
  if (form === 'circle' || form === 'ellipse')
    return list
      .split(' at ')[0]!
      .trim()
      .split(/\s+/)
      .some((radius) => radius !== '' && (pixels(radius) ?? 2) <= TINY)
  if (form === 'polygon') return new Set(list.split(',').map((point) => point.trim().replace(/px|%/g, ''))).size < 3
  if (form !== 'inset' && form !== 'rect' && form !== 'xywh') return false
  const [top = '', right = top, bottom = top, left = right] = list.split(' round ')[0]!.trim().split(/\s+/)
  if (form === 'xywh') return [bottom, left].some((size) => (pixels(size) ?? 2) <= TINY)
  if (form === 'rect') return top === bottom || right === left
  return isAllCut(top, bottom) || isAllCut(left, right)
}

function isAllCut(...sides: readonly string[]): boolean {
  const shares = sides.map((side) => (side.endsWith('%') ? Number.parseFloat(side) : 0))
  return shares.reduce((sum, share) => sum + share, 0) >= 100
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
    color: inkOf(declarations),
    background: backgroundOf(declarations),
  }
}

function hasSize(declarations: Declarations): boolean | undefined {
  const size =
    saidOf(declarations, 'font-size') ?? SHORTHAND_SIZE.exec(saidOf(declarations, 'font') ?? '')?.groups?.size
  if (size === undefined || size === 'inherit') return undefined
  if (/^[\d.]+(?:em|%)$/.test(size)) return Number.parseFloat(size) === 0 ? false : undefined
  const length = pixels(size)
  return length === undefined || length > TINY
}

/** A weight (`400`) is a number without a unit, as no size but 0 is. */
const SHORTHAND_SIZE = /(?:^|\s)(?<size>0*\.?0+(?=[\s/])|[\d.]+(?:[a-z]+|%))/

/** Whether an element with these declarations alone, on white paper, would not be seen. */
export function hides(declarations: Declarations): boolean {
  if (declarations.size === 0) return false
  if (isGone(declarations)) return true
  const { isVisible, hasSize, color, background } = inheritedOf(declarations)
  return isVisible === false || hasSize === false || lacksContrast(color, background)
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
  const value: Value = (property) => saidOf(declarations, property)
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
