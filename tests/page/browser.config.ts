import { defineConfig } from 'vitest/config'
import { PATIENCE } from '../patience.ts'

/** `npm run test:page`: needs Chromium, so it is not part of `npm test`. */
export default defineConfig({
  test: { include: ['tests/page/*.browser.ts'], ...PATIENCE },
})
