/** Half an hour: the longest test took eleven minutes on a machine with twelve times as much to do as it has processors. */
const HANGS_AFTER_MS = 1_800_000

/** The limits of every suite. They end tests that hang, and no others: a machine that is slow or does other things is waited for. */
export const PATIENCE = {
  testTimeout: HANGS_AFTER_MS,
  hookTimeout: HANGS_AFTER_MS,
  expect: { poll: { timeout: HANGS_AFTER_MS } },
}
