import { defineConfig } from 'vitest/config'
import { LONG_TESTS } from './tests/long-tests.ts'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: LONG_TESTS,
    globalSetup: ['tests/engines/provide-tables.ts'],
    env: { POWERTOOLS_METRICS_DISABLED: 'true' },
    // The default leaves a core to a person who waits; on two cores that is half the machine.
    maxWorkers: '100%',
    // They end tests that hang; a busy machine is to be waited for.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
