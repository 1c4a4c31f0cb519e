/** What was asked for cannot be done; the message says why, and what to do. */
export class UserError extends Error {
  override readonly name = 'UserError'
}

/** The command was given what it does not take, or not what it needs. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
