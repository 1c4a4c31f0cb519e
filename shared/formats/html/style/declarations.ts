import { statementsOf } from './statements.ts'

/** The declarations of a style attribute or of a rule, by property; of those that say a property twice, the last. */
export type Declarations = ReadonlyMap<string, string>

const IMPORTANT = /\s*!\s*important\s*$/

/** @param style declarations as CSS writes them: `display:none; color:red` */
export function parseDeclarations(style: string): Declarations {
  const declarations = new Map<string, string>()
  for (const part of style.split(';')) declare(declarations, part)
  return declarations
}

/** @param texts of one rule, in order */
export function declarationsIn(texts: readonly string[]): Declarations {
  const declarations = new Map<string, string>()
  for (const text of texts) for (const part of statementsOf(text)) declare(declarations, part)
  return declarations
}

/** Notes one declaration, if it is of a property that decides whether a person sees a text. */
function declare(declarations: Map<string, string>, part: string): void {
  const colon = part.indexOf(':')
  if (colon < 0) return
  const property = part.slice(0, colon).trim().toLowerCase()
  if (SEEN_BY.has(property) || property.startsWith('--'))
    declarations.set(
      property,
      part
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    )
}

/** What of all that CSS can say decides whether a person sees a text. Properties of the author's own (`--x`) may stand in their values. */
const SEEN_BY = new Set(
  'display visibility content-visibility opacity filter font-size font color -webkit-text-fill-color text-shadow background background-color background-image background-clip -webkit-background-clip position left right top bottom inset text-indent margin margin-left margin-top transform translate scale width height max-width max-height block-size inline-size line-height overflow overflow-x overflow-y clip clip-path text-decoration text-decoration-line vertical-align list-style list-style-type'.split(
    ' ',
  ),
)

export function isImportant(value: string): boolean {
  return IMPORTANT.test(value)
}

/** A value without `!important`. */
export function saidOf(declarations: Declarations, property: string): string | undefined {
  const value = declarations.get(property)
  return value?.includes('!') ? value.replace(IMPORTANT, '') : value
}
