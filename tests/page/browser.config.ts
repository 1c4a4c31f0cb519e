import { defineConfig } from 'vitest/config'

/** `npm run test:page`: needs Chromium, so it is not part of `npm test`. */
export default defineConfig({
  test: { include: ['tests/page/*.browser.ts'], testTimeout: 120_000, hookTimeout: 180_000 },
})
