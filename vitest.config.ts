import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    env: { POWERTOOLS_METRICS_DISABLED: 'true' },
    // They end tests that hang; a busy machine is to be waited for.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
