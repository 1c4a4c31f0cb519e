import type { Logger } from '@aws-lambda-powertools/logger'
import type { OnUnreadable } from './read-rows.ts'

/** Logs each row that a list leaves out because it cannot be read. */
export function logUnreadable(logger: Logger): OnUnreadable {
  return (error) => logger.error('unreadable row', { error, table: error.table, key: error.key })
}
