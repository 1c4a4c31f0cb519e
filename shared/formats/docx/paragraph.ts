import { fillOf, isGround, isOn, type RunProperties, setRunProperty } from './run-properties.ts'

type Attributes = Readonly<Record<string, string>>

/** A paragraph that is open: its text up to here, and what its properties say. */
export interface Paragraph {
  text: string
  style?: string
  list?: string
  level?: number
  /** As the file itself writes the number of its list. */
  label?: string
  isShaded?: boolean
  /** The one colour of its shading. */
  fill?: string | undefined
  /** Its end is deleted, so that it and the next are one. */
  endsInNext?: boolean
  isMarkHidden?: boolean
  /** Text in it is not seen. */
  hasUnseen?: boolean
}

/** A run of text with the same properties. */
export interface Run {
  readonly properties: RunProperties
  style?: string | undefined
}

/** Notes what one element of a `w:pPr` says. */
export function setParagraphProperty(paragraph: Paragraph, name: string, attributes: Attributes): void {
  const value = attributes['w:val']
  if (name === 'w:pStyle' && value !== undefined) paragraph.style = value
  else if ((name === 'w:numId' || name === 'w:ilfo') && value !== undefined) paragraph.list = value
  else if (name === 'w:ilvl') paragraph.level = Number(value)
  else if (name === 'wx:t') paragraph.label = attributes['wx:val'] ?? ''
  else if (name === 'w:shd') {
    paragraph.isShaded = isGround(attributes)
    paragraph.fill = fillOf(attributes)
  } else if (name === 'w:vanish') paragraph.isMarkHidden = isOn(value)
}

/** Notes what one element of a `w:rPr` says. */
export function setRun(run: Run, name: string, attributes: Attributes): void {
  if (name === 'w:rStyle') run.style = attributes['w:val']
  else setRunProperty(run.properties, name, attributes)
}

/** The blank or sign that an element of a run stands for; undefined if for none. */
export function signOf(name: string): string | undefined {
  if (name === 'w:tab' || name === 'w:ptab') return ' '
  return name === 'w:noBreakHyphen' ? '-' : undefined
}

/** Whether an element of a run ends the line. Ends of pages and columns stand inside sentences. */
export function breaksLine(name: string, attributes: Attributes): boolean {
  if (name === 'w:cr') return true
  return name === 'w:br' && attributes['w:type'] !== 'page' && attributes['w:type'] !== 'column'
}
