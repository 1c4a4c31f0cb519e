import { defineConfig } from 'vitest/config'
import { PATIENCE } from '../patience.ts'

/** `npm run fuzz`: all the mutations of files, histories of reports and rows in pages, of which `npm test` runs the first. */
export default defineConfig({
  test: {
    include: ['tests/fuzz/*.test.ts', 'tests/store/reports.test.ts', 'tests/api/paging.test.ts'],
    globalSetup: ['tests/engines/provide-tables.ts'],
    env: { FUZZ_MUTATIONS: '10000', HISTORIES: '500', PAGED_ROWS: '10000' },
    maxWorkers: '100%',
    ...PATIENCE,
  },
})
