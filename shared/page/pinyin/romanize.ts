import { PEOPLES } from '../../regions/peoples.ts'

/** How characters of place names are read, without tones. */
export interface Readings {
  /** Characters by their syllable. */
  readonly syllables: Readonly<Record<string, string>>
  /** Names that are read otherwise than their characters are by themselves: 乐清 is yue qing. */
  readonly names: Readonly<Record<string, string>>
}

/** What kinds of places are called; longer words before words that they end with. */
const KINDS: readonly (readonly [zh: string, en: string])[] = [
  ['特别行政区', 'Special Administrative Region'],
  ['自治区', 'Autonomous Region'],
  ['自治州', 'Autonomous Prefecture'],
  ['自治县', 'Autonomous County'],
  ['自治旗', 'Autonomous Banner'],
  ['地区', 'Prefecture'],
  ['新区', 'New Area'],
  ['街道', 'Subdistrict'],
  ['苏木', 'Sumu'],
  ['省', 'Province'],
  ['市', 'City'],
  ['盟', 'League'],
  ['县', 'County'],
  ['旗', 'Banner'],
  ['区', 'District'],
  ['镇', 'Town'],
  ['乡', 'Township'],
]

const KIND = KINDS.map(([zh]) => zh).join('|')
/** The shortest words that end with a kind of place. 萍乡市 and 沙市区 do not end in their middle. */
const PLACE = new RegExp(`^(沙市|津市|\\p{Script=Han}{1,14}?)(?![乡镇][市县区])(${KIND})`, 'u')
const PEOPLE = new RegExp(`(?:${PEOPLES})族`, 'g')
const KIND_AT_END = new RegExp(`(?:${KIND})$`)
/** Words that bodies begin with, and no places. */
const NO_PLACE = /^(?:人民|城市|城乡|社区|开发|经济|高新|市场|乡村|区域)/
const KIND_IN_ENGLISH: ReadonlyMap<string, string> = new Map(KINDS)

/**
 * The places that a name begins with, in pinyin, the innermost first. What else it says is left out: names of bodies are not places.
 * @example romanize('攸县桐坝镇人民政府', readings) // 'Tongba Town, You County'
 */
export function romanize(name: string, readings: Readings): string {
  const places: string[] = []
  let rest = name
  while (!NO_PLACE.test(rest)) {
    const [whole, own, kind] = PLACE.exec(rest) ?? []
    if (whole === undefined) break
    const words = own!.replaceAll(PEOPLE, ' $&').trim().split(' ')
    places.push(`${words.map((word) => read(word, readings)).join(' ')} ${KIND_IN_ENGLISH.get(kind!)}`)
    rest = rest.slice(whole.length)
  }
  return places.reverse().join(', ')
}

/** A place's name without its kind: 乐清 of 乐清市. */
export function ownNameOf(name: string): string {
  return name.replace(KIND_AT_END, '') || name
}

const tables = new WeakMap<Readings, ReadonlyMap<string, string>>()

function tableOf(readings: Readings): ReadonlyMap<string, string> {
  const known = tables.get(readings)
  if (known !== undefined) return known
  const table = new Map(
    Object.entries(readings.syllables).flatMap(([syllable, characters]) =>
      [...characters].map((character) => [character, syllable] as const),
    ),
  )
  tables.set(readings, table)
  return table
}

/** One word with a capital; a syllable that begins with a vowel is set off: Lu'an. A character that is not known stays. */
function read(name: string, readings: Readings): string {
  const table = tableOf(readings)
  const syllables = readings.names[name]?.split(' ') ?? [...name].map((character) => table.get(character) ?? character)
  const word = syllables.map((syllable, at) => (at > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable)).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
