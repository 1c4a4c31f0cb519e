import { backgroundOf, inkOf, lacksContrast } from './colours.ts'
import { type Declarations, saidOf } from './declarations.ts'
import { allPixels, pixels, shareOf } from './lengths.ts'

/** Farther than this from its place is off the page. */
const FAR = -400
/** Type and boxes up to this size show nothing. */
const TINY = 1
/** What lets nearly all through shows nothing. */
const FAINT = 0.04

/** @param said what is declared of one property @param all what is declared of it and the others */
type Hides = (said: string, all: Declarations) => boolean

/** What of each property shows nothing of an element, whatever is inside it. */
const GONE: ReadonlyMap<string, Hides> = new Map(
  Object.entries({
    display: (said) => said === 'none',
    'content-visibility': (said) => said === 'hidden',
    opacity: isFaint,
    filter: (said) => isFaint(/opacity\(\s*([^()]{1,20}?)\s*\)/.exec(said)?.[1]),
    'text-decoration': isStruck,
    'text-decoration-line': isStruck,
    margin: isFar,
    'margin-left': isFar,
    'margin-top': isFar,
    translate: isFar,
    ...forAll(['left', 'right', 'top', 'bottom', 'inset'], (said, all) => isPlaced(all) && isFar(said)),
    transform: (said) => SHRUNK.test(said) || isMovedAway(said),
    scale: (said) => SCALED_TO_NOTHING.test(said),
    clip: (said) => /^rect\(\s*(?:[01](?:px)?[\s,]+){3}[01](?:px)?\s*\)$/.test(said),
    'clip-path': isClippedAway,
    ...forAll(
      ['width', 'height', 'max-width', 'max-height', 'block-size', 'inline-size'],
      (said, all) => isTiny(pixels(said)) && clips(all),
    ),
    'line-height': (said, all) => isTiny(heightOfLine(said)) && clips(all),
    'text-indent': (said, all) => isFar(said) || (isIndentedAway(said) && clips(all)),
  } satisfies Record<string, Hides>),
)

function forAll(properties: readonly string[], hides: Hides): Record<string, Hides> {
  return Object.fromEntries(properties.map((property) => [property, hides]))
}

/** True if an element is not shown, whatever is inside it: not displayed, transparent, off the page, cut to nothing, or struck out. */
export function isGone(declarations: Declarations): boolean {
  for (const property of declarations.keys())
    if (GONE.get(property)?.(saidOf(declarations, property)!, declarations)) return true
  return false
}

function isFaint(share: string | undefined): boolean {
  return (shareOf(share) ?? 1) <= FAINT
}

function isStruck(said: string): boolean {
  return said.includes('line-through')
}

function isFar(said: string): boolean {
  return allPixels(said).some((length) => (length ?? 0) <= FAR)
}

function isPlaced(all: Declarations): boolean {
  return /^(?:absolute|fixed|relative)$/.test(saidOf(all, 'position') ?? '')
}

const MOVES = /translate(?:[xy]|3d)?\((?<lengths>[^()]{1,80}(?:\([^()]{1,80}\)[^()]{0,80})?)\)/

function isMovedAway(transform: string): boolean {
  const lengths = MOVES.exec(transform)?.groups?.lengths?.split(',') ?? []
  return lengths.some((length) => (pixels(length.trim()) ?? 0) <= FAR)
}

const ZERO = '[-+]?0*\\.?0+'
const SHRUNK = new RegExp(
  `scale(?:[xyz]|3d)?\\(\\s*${ZERO}%?\\s*[,)]|matrix\\(\\s*${ZERO}\\s*,|rotate[xy]\\(\\s*-?(?:90|270)deg`,
)
const SCALED_TO_NOTHING = new RegExp(`^${ZERO}%?(?:\\s|$)`)

function clips(all: Declarations): boolean {
  return ['overflow', 'overflow-x', 'overflow-y'].some((property) => /hidden|clip/.test(saidOf(all, property) ?? ''))
}

function isTiny(size: number | undefined): boolean {
  return size !== undefined && size <= TINY
}

function isIndentedAway(indent: string): boolean {
  return (indent.endsWith('%') && Number.parseFloat(indent) >= 100) || (pixels(indent) ?? 0) >= -FAR
}

/** The height of a line may be a factor: 1 is as high as its type. */
function heightOfLine(said: string): number | undefined {
  if (!/^[\d.]+$/.test(said)) return pixels(said)
  return Number(said) === 0 ? 0 : undefined
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
  if (declarations.size === 0 || !isLifted(declarations)) return false
  return RAISED.test(saidOf(declarations, 'vertical-align') ?? '') || isSmall(saidOf(declarations, 'font-size') ?? '')
}

const RAISED = /^(?:super|text-top)$/
/** In pixels: less than this sets right a letter that stands too low. */
const LEAST_LIFT = 3
const LEAST_LIFT_PERCENT = 20

/** Whether text stands higher than its line, of whatever size it is. */
export function isLifted(declarations: Declarations): boolean {
  const align = saidOf(declarations, 'vertical-align') ?? ''
  if (RAISED.test(align) || (pixels(align) ?? 0) >= LEAST_LIFT) return true
  if (align.endsWith('%') && Number.parseFloat(align) >= LEAST_LIFT_PERCENT) return true
  if (saidOf(declarations, 'position') !== 'relative') return false
  const top = pixels(saidOf(declarations, 'top'))
  return top === undefined ? (pixels(saidOf(declarations, 'bottom')) ?? 0) >= LEAST_LIFT : top <= -LEAST_LIFT
}

/** Type that is no type of lines of prose. */
const SMALL_PIXELS = 11

function isSmall(size: string): boolean {
  if (/^(?:smaller|small|x-small|xx-small)$/.test(size)) return true
  if (/^[\d.]+r?em$/.test(size)) return Number.parseFloat(size) < 0.9
  if (/^[\d.]+%$/.test(size)) return Number.parseFloat(size) < 90
  return (pixels(size) ?? Number.POSITIVE_INFINITY) <= SMALL_PIXELS
}
