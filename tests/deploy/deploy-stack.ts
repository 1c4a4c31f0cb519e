import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Ministack } from './ministack.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')

/** The context of a deployment: what `cdk deploy -c` sets. */
export type Context = Readonly<Record<string, string>> & { readonly stage: string }

/** Runs the CDK command as an operator does. */
export function cdk({ environment }: Ministack, context: Context, ...words: readonly string[]) {
  const settings = Object.entries(context).flatMap(([name, value]) => ['--context', `${name}=${value}`])
  return run('cdk', [...words, ...settings], { cwd: ROOT, env: environment, maxBuffer: 2 ** 26 })
}

let made = 0

/**
 * Synthesizes the app and deploys it.
 * @returns the outputs of the stack
 */
export async function deployStack(ministack: Ministack, context: Context): Promise<Record<string, string>> {
  made += 1
  const stack = `Fazhi-${context.stage}`
  const assembly = join(ministack.folder, `cdk.out-${made}`)
  const outputs = join(ministack.folder, `outputs-${made}.json`)
  await cdk(ministack, context, 'synth', '--quiet', '--output', assembly)
  await withoutMetricMath(join(assembly, `${stack}.template.json`))
  await cdk(ministack, context, 'deploy', '--app', assembly, '--require-approval', 'never', '--outputs-file', outputs)
  return JSON.parse(await readFile(outputs, 'utf8'))[stack]
}

/** MiniStack refuses alarms on expressions. They get a metric that nobody counts, so that what refers to them is still there. */
async function withoutMetricMath(file: string): Promise<void> {
  const template = JSON.parse(await readFile(file, 'utf8'))
  for (const { Type, Properties } of Object.values<{ Type: string; Properties: Record<string, unknown> }>(
    template.Resources,
  )) {
    if (Type !== 'AWS::CloudWatch::Alarm' || Properties.Metrics === undefined) continue
    delete Properties.Metrics
    Object.assign(Properties, { Namespace: 'Expression', MetricName: 'Expression', Period: 300, Statistic: 'Sum' })
  }
  await writeFile(file, JSON.stringify(template))
}
