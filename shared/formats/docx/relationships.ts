import type { WordParts } from './parts.ts'

export interface Relationship {
  /** The last word of its type, which is the same in transitional and strict files: `numbering`. */
  readonly type: string
  /** A part's name, or an address if it is external. */
  readonly target: string
  readonly isExternal: boolean
}

/** By id. */
export type Relationships = ReadonlyMap<string, Relationship>

/** The part with the relationships of another one, of the whole file for the empty name (ECMA-376 part 2, 9.3). */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

/** None if there is no such part. @throws {RefusalError} */
export async function readRelationships(parts: Pick<WordParts, 'has' | 'walk'>, part: string): Promise<Relationships> {
  const found = new Map<string, Relationship>()
  if (!parts.has(part)) return found
  const folder = part.replace(/_rels\/[^/]*$/, '')
  await parts.walk(part, {
    open(name, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      if (name !== 'Relationship') return
      const isExternal = TargetMode === 'External'
      const target = isExternal ? Target : resolved(Target, folder)
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, isExternal })
    },
  })
  return found
}

function resolved(target: string, folder: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
