import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { readConfig as readCrawlPortal } from '../../functions/crawl-portal/config.ts'
import { readConfig as readDispatchWalks } from '../../functions/dispatch-walks/config.ts'
import { readConfig as readExportTables } from '../../functions/export-tables/config.ts'
import { readConfig as readParseReport } from '../../functions/parse-report/config.ts'
import { readConfig as readReadApi } from '../../functions/read-api/config.ts'
import { readConfig as readReconcile } from '../../functions/reconcile/config.ts'
import { readConfig as readWriteIndicators } from '../../functions/write-indicators/config.ts'
import { stackFor } from '../infra/synth.ts'

const FUNCTIONS = {
  'parse-report': readParseReport,
  'write-indicators': readWriteIndicators,
  reconcile: readReconcile,
  'read-api': readReadApi,
  'export-tables': readExportTables,
  'dispatch-walks': readDispatchWalks,
  'crawl-portal': readCrawlPortal,
}

/** The environment that the stack gives each function, with placeholders for what CloudFormation fills in. */
function environments(): Map<string, Record<string, string>> {
  const functions = Template.fromStack(stackFor('test')).findResources('AWS::Lambda::Function')
  return new Map(
    Object.values(functions).map(({ Properties }) => [
      Properties.Tags.find(({ Key }: { Key: string }) => Key === 'function').Value,
      Object.fromEntries(
        Object.entries<unknown>(Properties.Environment.Variables).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : 'https://filled-in.example',
        ]),
      ),
    ]),
  )
}

describe.each(Object.entries(FUNCTIONS))('the configuration of %s', (name, readConfig) => {
  const environment = environments().get(name)!

  it('is what the stack gives', () => {
    expect(readConfig(environment)).toMatchObject({ stage: 'test' })
  })

  it('names the variable that is missing', () => {
    const needed = Object.keys(environment).filter((variable) => variable !== 'NODE_OPTIONS')
    for (const variable of needed) {
      const { [variable]: _, ...rest } = environment
      expect(() => readConfig(rest)).toThrow(variable)
    }
  })
})
