/** Why a file is refused for good. Stored on the document, shown by `fazhi status`. */
export const REFUSAL_REASONS = [
  'not_a_report',
  'empty',
  'unsupported_format',
  'encrypted',
  'corrupt',
  'too_large',
  'too_complex',
  'no_text',
] as const

export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/**
 * A file that cannot be read, so that no retry helps. It has what its row must say. Any other error is taken for a passing one
 * and the document is tried again.
 */
export class RefusalError extends Error {
  override readonly name = 'RefusalError'
  readonly reason: RefusalReason
  /** Whether the same file may be read at another time: a limit of time says as much of the machine as of the file. */
  readonly mayPass: boolean

  /**
   * @param detail one sentence: what was found, which limit it passed, what the sender can do
   * @param options `mayPass` is false if left out
   */
  constructor(
    reason: RefusalReason,
    detail: string,
    { mayPass = false, ...options }: ErrorOptions & { readonly mayPass?: boolean } = {},
  ) {
    super(detail, options)
    this.reason = reason
    this.mayPass = mayPass
  }
}
