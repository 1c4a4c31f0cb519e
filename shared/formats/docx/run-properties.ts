/** What decides whether a run of text is seen, and how; undefined where nothing is said (ECMA-376 part 1, 17.3.2). */
export interface RunProperties {
  isHidden?: boolean
  isStruck?: boolean
  /** Above the line, as marks of notes are. */
  isRaised?: boolean
  /** Six hex digits, or `auto`. */
  color?: string | undefined
  /** Half points. */
  size?: number
  /** On a ground that is not white. */
  isShaded?: boolean
  /** The one colour of its own ground, six hex digits; undefined if it has none, or not one. */
  fill?: string | undefined
}

/** Raised by at least this many half points. */
const RAISED = 4
/** Type of one point or less is a trick. */
const TINY = 2
const WHITE = /^(?:auto|none|clear|nil|fff(?:fff)?|white)$/i

/** Notes what one element of a `w:rPr` or `w:pPr` says. */
export function setRunProperty(
  properties: RunProperties,
  name: string,
  attributes: Readonly<Record<string, string>>,
): void {
  const value = attributes['w:val']
  if (name === 'w:vanish') properties.isHidden = isOn(value)
  else if (name === 'w:strike' || name === 'w:dstrike')
    properties.isStruck = isOn(value) || properties.isStruck === true
  else if (name === 'w:vertAlign') properties.isRaised = value === 'superscript'
  else if (name === 'w:position') properties.isRaised = Number(value) >= RAISED
  else if (name === 'w:color') properties.color = value
  else if (name === 'w:sz') properties.size = Number(value)
  else if (name === 'w:highlight') {
    properties.isShaded = !WHITE.test(value ?? '')
    properties.fill = undefined
  } else if (name === 'w:shd') {
    properties.isShaded = isGround(attributes)
    properties.fill = fillOf(attributes)
  }
}

/** Whether a shading is another ground than paper. */
export function isGround(attributes: Readonly<Record<string, string>>): boolean {
  const fill = attributes['w:fill'] ?? 'auto'
  return (
    !WHITE.test(fill) || attributes['w:themeFill'] !== undefined || /^(?:solid|pct\d+)$/.test(attributes['w:val'] ?? '')
  )
}

/** Whether the background of pages is another than white: Word 2003 calls its colour by another name, and patterns have none. */
export function isDarkPaper(attributes: Readonly<Record<string, string>>): boolean {
  const color = attributes['w:color'] ?? attributes['w:bgcolor'] ?? ''
  return !WHITE.test(color.replace('#', '')) || attributes['w:themeColor'] !== undefined
}

/** The colour of a shading, six hex digits; undefined if it is mixed, comes from a theme, or is none. */
export function fillOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const { 'w:fill': fill = '', 'w:val': pattern = 'clear', 'w:themeFill': theme } = attributes
  return theme === undefined && pattern === 'clear' && /^[0-9a-f]{6}$/i.test(fill) ? fill.toLowerCase() : undefined
}

/** A switch without a value is on. */
export function isOn(value: string | undefined): boolean {
  return !/^(?:0|false|off|none)$/.test(value ?? '')
}

/** What text stands on. */
export interface Ground {
  /** Whether it may be another than paper. */
  readonly isShaded: boolean
  /** Its one colour, if that is known. */
  readonly fill: string | undefined
}

/** Whether text with these properties cannot be seen. @param around what it stands on, if it has no ground of its own */
export function isUnseen(properties: RunProperties, around: Ground): boolean {
  const { isHidden, isStruck, color, size, isShaded } = properties
  if (isHidden === true || isStruck === true) return true
  if (size !== undefined && size <= TINY) return true
  const fill = isShaded === undefined ? around.fill : properties.fill
  if (fill !== undefined && color?.toLowerCase() === fill) return true
  return color !== undefined && /^f{6}$/i.test(color) && !(isShaded ?? around.isShaded)
}
