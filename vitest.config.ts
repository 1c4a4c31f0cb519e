import { defineConfig } from 'vitest/config'
import { LONG_TESTS } from './tests/long-tests.ts'
import { PATIENCE } from './tests/patience.ts'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: LONG_TESTS,
    globalSetup: ['tests/engines/provide-tables.ts'],
    env: { POWERTOOLS_METRICS_DISABLED: 'true' },
    // The default leaves a core to a person who waits; on two cores that is half the machine.
    maxWorkers: '100%',
    ...PATIENCE,
  },
})
