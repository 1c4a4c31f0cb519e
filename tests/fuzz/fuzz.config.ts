import { defineConfig } from 'vitest/config'

/** `npm run fuzz`: all the mutations, of which `npm test` runs the first. */
export default defineConfig({
  test: { include: ['tests/fuzz/*.test.ts'], env: { FUZZ_MUTATIONS: '10000' }, maxWorkers: '100%' },
})
