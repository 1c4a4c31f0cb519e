/** Quarter of an hour: ten times what the longest test takes on a busy machine. */
const HANGS_AFTER_MS = 900_000

/** The limits of every suite. They end tests that hang, and no others: a machine that is slow or does other things is waited for. */
export const PATIENCE = {
  testTimeout: HANGS_AFTER_MS,
  hookTimeout: HANGS_AFTER_MS,
  expect: { poll: { timeout: HANGS_AFTER_MS } },
}
