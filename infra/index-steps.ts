import { isDeepStrictEqual } from 'node:util'

interface Index {
  readonly indexName: string
}

/**
 * The indexes of a table on their way from one release to another. CloudFormation makes or removes one index of a table in a
 * deployment, and cannot change what is in one. So those with new names are made first, what is no longer there goes, and at last an
 * index that changes is removed and made again.
 * @param step how many have been made or removed
 */
export function indexesAtStep<I extends Index>(step: number, former: readonly I[], wanted: readonly I[]): I[] {
  const isIn = (indexes: readonly I[], { indexName }: I) => indexes.some((index) => index.indexName === indexName)
  const changed = wanted.filter((index) => isIn(former, index) && !former.some((one) => isDeepStrictEqual(one, index)))
  const changes = [
    ...wanted.filter((index) => !isIn(former, index)).map((index) => make(index)),
    ...former.filter((index) => !isIn(wanted, index)).map((index) => remove(index)),
    ...changed.flatMap((index) => [remove(index), make(index)]),
  ]
  return changes.slice(0, step).reduce((indexes, change) => change(indexes), [...former])
}

const make =
  <I extends Index>(index: I) =>
  (indexes: readonly I[]) => [...indexes, index]

const remove =
  <I extends Index>({ indexName }: I) =>
  (indexes: readonly I[]) =>
    indexes.filter((index) => index.indexName !== indexName)
