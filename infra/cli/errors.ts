/** The command cannot do what was asked. The message says why and what to do. */
export class UserError extends Error {
  override readonly name = 'UserError'
}

/** The command was called with wrong or missing arguments. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
