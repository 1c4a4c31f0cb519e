import { listNumber } from '../list-numbers.ts'
import { parseDeclarations, saidOf } from './style/declarations.ts'
import { type Element, isElement } from './tree.ts'

/** How browsers write the numbers of a list, by the values of `type` and of `list-style-type`: format and what follows. */
const STYLES: Readonly<Record<string, readonly [format: string, after: string]>> = {
  '1': ['decimal', '.'],
  a: ['lowerLetter', '.'],
  A: ['upperLetter', '.'],
  i: ['lowerRoman', '.'],
  I: ['upperRoman', '.'],
  decimal: ['decimal', '.'],
  'decimal-leading-zero': ['decimalZero', '.'],
  'lower-alpha': ['lowerLetter', '.'],
  'upper-alpha': ['upperLetter', '.'],
  'lower-latin': ['lowerLetter', '.'],
  'upper-latin': ['upperLetter', '.'],
  'lower-roman': ['lowerRoman', '.'],
  'upper-roman': ['upperRoman', '.'],
  'cjk-ideographic': ['chineseCounting', '、'],
  'trad-chinese-informal': ['chineseCounting', '、'],
  'simp-chinese-informal': ['chineseCounting', '、'],
  'cjk-decimal': ['ideographDigital', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '、'],
  'trad-chinese-formal': ['ideographLegalTraditional', '、'],
  'cjk-heavenly-stem': ['ideographTraditional', '、'],
  'cjk-earthly-branch': ['ideographZodiac', '、'],
}
const PLAIN = STYLES.decimal!

/** The format of numbers that a style names; decimals for those that are not known. */
export function formatOf(style: string): string {
  return (STYLES[style] ?? PLAIN)[0]
}

/** The numbers that a browser shows before the items of an ordered list, by item. Items of lists without numbers have none. */
export function listLabels(list: Element): ReadonlyMap<Element, string> {
  const labels = new Map<Element, string>()
  const style = styleOf(list)
  if (style === null) return labels
  const items = list.children.filter(isElement).filter(({ name }) => name === 'li')
  const step = list.attribs.reversed === undefined ? 1 : -1
  let number = integer(list.attribs.start) ?? (step === 1 ? 1 : items.length)
  for (const item of items) {
    number = integer(item.attribs.value) ?? number
    const own = styleOf(item, style)
    if (own !== null) labels.set(item, listNumber(number, own[0]) + own[1])
    number += step
  }
  return labels
}

/** Null for a list that shows no numbers. */
function styleOf({ attribs }: Element, inherited = PLAIN): readonly [string, string] | null {
  const declarations = parseDeclarations(attribs.style ?? '')
  const said = `${saidOf(declarations, 'list-style-type') ?? ''} ${saidOf(declarations, 'list-style') ?? ''}`.trim()
  if (/(?:^|\s)none(?:$|\s)/.test(said)) return null
  const named = [...said.split(/\s+/), attribs.type ?? '']
    .map((name) => STYLES[name])
    .find((style) => style !== undefined)
  return named ?? inherited
}

function integer(attribute: string | undefined): number | null {
  const found = /^\s*-?\d{1,6}/.exec(attribute ?? '')
  return found === null ? null : Number(found[0])
}
