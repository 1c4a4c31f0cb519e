import { App, Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { FazhiStack } from '../../infra/fazhi-stack.ts'
import { ReadApi } from '../../infra/read-api.ts'
import { ReportBucket } from '../../infra/report-bucket.ts'
import { settingsOf } from '../../infra/settings.ts'
import { Tables } from '../../infra/tables.ts'

/** Bundling takes seconds and changes only hashes in a template. */
const NO_BUNDLING = { 'aws:cdk:bundling-stacks': [] }

/** @param context what `cdk deploy -c` would set beside the stage */
export function stackFor(stage: string, context: Readonly<Record<string, string>> = {}): FazhiStack {
  const app = new App({ context: { ...NO_BUNDLING, ...context, stage } })
  return new FazhiStack(app, `Fazhi-${stage}`, settingsOf(app.node))
}

/** A stack of nothing but the read API and what it reads. */
export function apiStackFor(context: Readonly<Record<string, string>>): Stack {
  const stack = new Stack(new App({ context: { ...NO_BUNDLING, ...context } }), 'Api')
  const { access, corsOrigins } = settingsOf(stack.node)
  const { bucket } = new ReportBucket(stack, 'Reports', null)
  new ReadApi(stack, 'Reading', { bucket, tables: new Tables(stack, 'Tables', {}), access, corsOrigins, stage: 'test' })
  return stack
}

// biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties have no one type
export type Resource = { Type: string; Properties: Record<string, any>; DeletionPolicy?: string }

/** The template of a stage, and its resources of a type by their logical ids. */
export function templateFor(stage: string, context: Readonly<Record<string, string>> = {}) {
  const template = Template.fromStack(stackFor(stage, context))
  const resources = template.toJSON().Resources as Record<string, Resource>
  return {
    template,
    resources,
    ofType: (type: string) => Object.entries(resources).filter(([, { Type }]) => Type === type),
  }
}
