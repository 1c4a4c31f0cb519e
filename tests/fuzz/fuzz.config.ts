import { defineConfig } from 'vitest/config'

/** `npm run fuzz`: all the mutations of files and histories of reports, of which `npm test` runs the first. */
export default defineConfig({
  test: {
    include: ['tests/fuzz/*.test.ts', 'tests/store/reports.test.ts'],
    env: { FUZZ_MUTATIONS: '10000', HISTORIES: '500' },
    maxWorkers: '100%',
  },
})
