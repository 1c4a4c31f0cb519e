import { App } from 'aws-cdk-lib'
import { FazhiStack } from '../../infra/fazhi-stack.ts'

/** Bundling takes seconds and changes only hashes in a template. */
const NO_BUNDLING = { 'aws:cdk:bundling-stacks': [] }

export function stackFor(stage: string): FazhiStack {
  return new FazhiStack(new App({ context: NO_BUNDLING }), `Fazhi-${stage}`, { stage })
}
