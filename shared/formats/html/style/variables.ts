import type { Declarations } from './declarations.ts'

/** A reference to a property of the author's own, with what stands for it if it is not set. */
const REFERENCE = /var\(\s*(?<name>--[^\s,()]{1,100})\s*(?:,(?<otherwise>(?:[^()]|\([^()]*\)){0,200}))?\)/g
/** References in what is referred to. */
const MAX_ROUNDS = 8
const LONGEST_VALUE = 1_000

/** Gives the value of a property of the author's own (`--x`); undefined if it is not set. */
export type Lookup = (name: string) => string | undefined

/** Whether a value refers to properties of the author's own. */
export function refersToOwn(declarations: Declarations): boolean {
  for (const [property, value] of declarations) if (value.includes('var(') && !property.startsWith('--')) return true
  return false
}

/** The declarations with what their references stand for; those of which one stands for nothing say nothing. */
export function resolved(declarations: Declarations, lookup: Lookup): Declarations {
  const found = new Map<string, string>()
  for (const [property, value] of declarations) {
    const said = value.includes('var(') ? resolvedValue(value, lookup) : value
    if (said !== undefined) found.set(property, said)
  }
  return found
}

function resolvedValue(value: string, lookup: Lookup): string | undefined {
  let said = value
  let isKnown = true
  for (let round = 0; round < MAX_ROUNDS && said.includes('var(') && said.length <= LONGEST_VALUE; round++) {
    said = said.replace(REFERENCE, (_, name: string, otherwise: string | undefined) => {
      const found = lookup(name) ?? otherwise?.trim()
      isKnown &&= found !== undefined
      return found ?? ''
    })
  }
  return isKnown && !said.includes('var(') ? said : undefined
}
