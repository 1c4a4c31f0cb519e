import { defineConfig } from 'vitest/config'
import { PATIENCE } from '../patience.ts'
import { installDynamoDbLocal } from './dynamodb-local.ts'

/** `npm run test:dynamodb`: the tests of the stores on Amazon's own DynamoDB Local, where there is a Java. */
const missing = await installDynamoDbLocal()
if (missing) console.warn(`test:dynamodb skipped: ${missing}`)

export default defineConfig({
  test: {
    include: missing ? [] : ['tests/store/*.test.ts'],
    passWithNoTests: missing !== null,
    globalSetup: missing ? [] : ['tests/engines/dynamodb-local.ts'],
    env: { POWERTOOLS_METRICS_DISABLED: 'true' },
    ...PATIENCE,
  },
})
