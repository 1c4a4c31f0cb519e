/** The screen for which a page is read: that of a desk, with a mouse and scripts. */
const WIDTH = 1280
const HEIGHT = 720

const FEATURES: Readonly<Record<string, string>> = {
  orientation: 'landscape',
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  hover: 'hover',
  'any-hover': 'hover',
  pointer: 'fine',
  'any-pointer': 'fine',
  scripting: 'enabled',
  'display-mode': 'browser',
  grid: '0',
}
const SIZES: Readonly<Record<string, number>> = {
  width: WIDTH,
  'device-width': WIDTH,
  height: HEIGHT,
  'device-height': HEIGHT,
}
const LONGEST_QUERY = 1000

/** Whether what stands under a media query holds on a screen; what is not known holds on none. */
export function holdsOnScreen(query: string): boolean {
  if (query.length > LONGEST_QUERY) return false
  return query.trim() === '' || query.toLowerCase().split(',').some(isMet)
}

function isMet(query: string): boolean {
  const trimmed = query.trim()
  const negated = /^not\s+(?=[a-z])/.exec(trimmed)
  if (negated !== null) return !isMet(trimmed.slice(negated[0].length))
  const parts = trimmed.replace(/^only\s+/, '').split(/\s+and\s+|(?<=\))\s*and\s+/)
  return parts.every((part) => /^(?:screen|all)$/.test(part) || isCondition(part))
}

/** A condition, or several of which one must be met, in brackets. */
function isCondition(part: string): boolean {
  if (/\)\s*or\s/.test(part))
    return part.split(/\s+or\s+/).some((one) => isMet(one.replace(/^\((?=\()|(?<=\))\)$/g, '')))
  const negated = /^\(?not\s+(\(.*\))\)?$/.exec(part)
  if (negated !== null) return !isCondition(negated[1]!)
  const inside = /^\(\s*(.*?)\s*\)$/.exec(part)?.[1]
  return inside !== undefined && isFeature(inside)
}

function isFeature(feature: string): boolean {
  const said = /^(?<limit>min-|max-)?(?<name>[a-z-]+)\s*(?::\s*(?<value>.+))?$/.exec(feature)?.groups
  if (said === undefined) return isInRange(feature)
  const { limit, name = '', value } = said
  const size = SIZES[name]
  if (size === undefined) return value === undefined ? name in FEATURES && name !== 'grid' : FEATURES[name] === value
  const length = lengthOf(value ?? '')
  if (value === undefined) return true
  if (length === undefined) return false
  return limit === 'min-' ? size >= length : limit === 'max-' ? size <= length : size === length
}

const COMPARED: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
}

/** `600px <= width < 900px` */
function isInRange(feature: string): boolean {
  const parts = feature.split(/\s*([<>]=?|=)\s*/)
  const numbers = parts.map((part, at) => (at % 2 === 1 ? undefined : (SIZES[part] ?? lengthOf(part))))
  if (parts.length < 3) return false
  for (let at = 1; at < parts.length; at += 2) {
    const [before, after] = [numbers[at - 1], numbers[at + 1]]
    if (before === undefined || after === undefined || !COMPARED[parts[at]!]!(before, after)) return false
  }
  return true
}

function lengthOf(value: string): number | undefined {
  const { number, unit } = /^(?<number>[\d.]+)(?<unit>px|em|rem|)$/.exec(value.trim())?.groups ?? {}
  return number === undefined ? undefined : Number(number) * (unit === 'em' || unit === 'rem' ? 16 : 1)
}
