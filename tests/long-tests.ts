/**
 * Tests that take most of a minute each: whole pipelines that are killed, stopped and started again. `npm run test:long` runs them, so
 * that `npm test` ends within five minutes.
 */
export const LONG_TESTS = [
  'tests/cli/command-line.test.ts',
  'tests/client/pack.test.ts',
  'tests/crawl/command.test.ts',
  'tests/crawl/layouts.test.ts',
  'tests/functions/interrupted.test.ts',
  'tests/local/full-disk.test.ts',
  'tests/pipeline/exports.test.ts',
  'tests/pipeline/kill.test.ts',
  'tests/pipeline/reprocess.test.ts',
]
