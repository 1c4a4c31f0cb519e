import { defineConfig } from 'vitest/config'
import { PATIENCE } from '../patience.ts'

/** `npm run test:deploy`: needs Python and PyPI, so it is not part of `npm test`. */
export default defineConfig({
  test: { include: ['tests/deploy/*.deploy.ts'], globalSetup: ['tests/deploy/tools.ts'], ...PATIENCE },
})
