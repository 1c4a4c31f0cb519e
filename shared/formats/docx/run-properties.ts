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
  else if (name === 'w:highlight') properties.isShaded = !WHITE.test(value ?? '')
  else if (name === 'w:shd') properties.isShaded = isGround(attributes)
}

/** Whether a shading is another ground than paper. */
export function isGround(attributes: Readonly<Record<string, string>>): boolean {
  const fill = attributes['w:fill'] ?? 'auto'
  return (
    !WHITE.test(fill) || attributes['w:themeFill'] !== undefined || /^(?:solid|pct\d+)$/.test(attributes['w:val'] ?? '')
  )
}

/** A switch without a value is on. */
export function isOn(value: string | undefined): boolean {
  return !/^(?:0|false|off|none)$/.test(value ?? '')
}

/** Whether text with these properties cannot be seen. @param ground whether it stands on another ground than paper */
export function isUnseen({ isHidden, isStruck, color, size, isShaded }: RunProperties, ground: boolean): boolean {
  if (isHidden === true || isStruck === true) return true
  if (size !== undefined && size <= TINY) return true
  return color !== undefined && /^f{6}$/i.test(color) && !(isShaded ?? ground)
}
