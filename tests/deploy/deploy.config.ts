import { defineConfig } from 'vitest/config'

/** `npm run test:deploy`: needs Python and PyPI, so it is not part of `npm test`. */
export default defineConfig({
  test: { include: ['tests/deploy/*.deploy.ts'], testTimeout: 120_000, hookTimeout: 300_000 },
})
