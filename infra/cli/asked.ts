import { requireCode, UnknownCodeError } from '../../shared/readers/catalogue-search.ts'
import { UnknownPlaceError } from '../../shared/readers/place-search.ts'
import { publisherIdIn, regionPrefixOf } from '../../shared/readers/written.ts'
import { UsageError } from './errors.ts'

/** What a command was asked for, as people write it. Each throws a `UsageError` with the nearest right ones. */

export const codeAsked = (written: string): string => checked(() => requireCode(written).code)

export const regionAsked = (written: string): string => checked(() => regionPrefixOf(written))

export const publisherAsked = (written: string): string => checked(() => publisherIdIn(written))

function checked<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnknownCodeError || error instanceof UnknownPlaceError) throw new UsageError(error.message)
    throw error
  }
}
