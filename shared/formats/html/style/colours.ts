import { type Declarations, saidOf } from './declarations.ts'

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

/** Whether the colour of the text is that of one of the grounds. */
export function isOfGround(color: string | undefined, grounds: readonly string[]): boolean {
  return color !== undefined && grounds.some((ground) => lacksContrast(color, ground))
}

/** The colour in which letters are drawn; undefined if none is said, or if something else shows them. */
export function inkOf(declarations: Declarations): string | undefined {
  const value = (property: string) => saidOf(declarations, property) ?? ''
  const ink = colorOf(value('-webkit-text-fill-color')) ?? colorOf(value('color'))
  // Letters that are cut out of their ground have its colours, and a shadow shows letters without any.
  if (ink === undefined || /text/.test(`${value('background-clip')} ${value('-webkit-background-clip')}`))
    return undefined
  const hasShadow = value('text-shadow') !== '' && value('text-shadow') !== 'none'
  return hasShadow && ink === 'none' ? undefined : ink
}

/** The ground of an element as it is said, in the form of colours where it is one of them; undefined if none is said. */
export function backgroundOf(declarations: Declarations): string | undefined {
  const said = ['background-image', 'background-color', 'background'].map((property) => saidOf(declarations, property))
  const found = said.find((value) => value !== undefined && !/^(?:none|transparent|inherit|initial|unset)$/.test(value))
  if (found === undefined || isTranslucent(found)) return found
  return colorOf(found) ?? found
}

/** A ground other than white paper, of one colour; undefined if none is said. */
export function darkGroundOf(declarations: Declarations): string | undefined {
  const ground = backgroundOf(declarations)
  return ground?.startsWith('#') === true && !lacksContrast(ground) ? ground : undefined
}

/** Whether what is below shines through, so that nobody can tell the colour that is seen. */
function isTranslucent(color: string): boolean {
  if (color.startsWith('#')) return (color.length === 5 || color.length === 9) && !/ff?$/.test(color)
  return /^rgba?\([^()]{1,40}[,/]\s*(?:0?\.\d+|[\d.]+%)\s*\)$/.test(color)
}

/** Names of colours that are white to the eye, and of those that grounds have. */
const NAMED: Readonly<Record<string, string>> = {
  transparent: 'none',
  white: '#ffffff',
  snow: '#fffafa',
  ghostwhite: '#f8f8ff',
  floralwhite: '#fffaf0',
  ivory: '#fffff0',
  azure: '#f0ffff',
  mintcream: '#f5fffa',
  whitesmoke: '#f5f5f5',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  silver: '#c0c0c0',
  gray: '#808080',
  grey: '#808080',
  black: '#000000',
  red: '#ff0000',
  darkred: '#8b0000',
  blue: '#0000ff',
  navy: '#000080',
  darkblue: '#00008b',
  green: '#008000',
  darkgreen: '#006400',
  yellow: '#ffff00',
}

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
  const { form, list } =
    /^(?<form>rgba?|hsla?|hwb|lab|lch|oklab|oklch)\((?<list>[^()]{1,60})\)$/.exec(color)?.groups ?? {}
  const parts = (list ?? '').split(/[\s,/]+/).filter((part) => part !== '')
  if (form === undefined || parts.length < 3) return undefined
  if (parts[3] !== undefined && Number.parseFloat(parts[3]) === 0) return 'none'
  if (form.startsWith('rgb')) return hexOf(parts.slice(0, 3).map(channelOf))
  return form.startsWith('hsl') ? ofHue(parts) : undefined
}

function channelOf(part: string): number {
  const number = Number.parseFloat(part)
  return part.endsWith('%') ? number * 2.55 : number
}

/** Hue in degrees, saturation and lightness in per cent. */
function ofHue(parts: readonly string[]): string {
  const [hue = 0, saturation = 0, lightness = 0] = parts.map((part) => Number.parseFloat(part))
  const reach = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100)
  return hexOf(
    [0, 8, 4].map((step) => {
      const turn = (step + hue / 30) % 12
      return 255 * (lightness / 100 - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)))
    }),
  )
}

function hexOf(channels: readonly number[]): string {
  const digits = channels.map((value) =>
    Math.max(0, Math.min(255, Math.round(value)))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${digits.join('')}`
}
