import { defineConfig } from 'vitest/config'
import { LONG_TESTS } from './long-tests.ts'
import { PATIENCE } from './patience.ts'

/** `npm run test:long`. One of them: `npm run test:long -- tests/pipeline/kill.test.ts`. */
export default defineConfig({
  test: {
    include: LONG_TESTS,
    globalSetup: ['tests/engines/provide-tables.ts'],
    env: { POWERTOOLS_METRICS_DISABLED: 'true' },
    maxWorkers: '100%',
    ...PATIENCE,
  },
})
