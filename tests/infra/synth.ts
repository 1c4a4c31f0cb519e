import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { FazhiStack } from '../../infra/fazhi-stack.ts'

/** Bundling takes seconds and changes only hashes in a template. */
const NO_BUNDLING = { 'aws:cdk:bundling-stacks': [] }

export function stackFor(stage: string): FazhiStack {
  return new FazhiStack(new App({ context: NO_BUNDLING }), `Fazhi-${stage}`, { stage })
}

// biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties have no one type
type Resource = { Type: string; Properties: Record<string, any>; DeletionPolicy?: string }

/** The template of a stage, and its resources of a type by their logical ids. */
export function templateFor(stage: string) {
  const template = Template.fromStack(stackFor(stage))
  const resources = template.toJSON().Resources as Record<string, Resource>
  return {
    template,
    resources,
    ofType: (type: string) => Object.entries(resources).filter(([, { Type }]) => Type === type),
  }
}
