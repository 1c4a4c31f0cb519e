import type { Node } from 'constructs'

const DEFAULT_STAGE = 'prod'
const STAGE = /^[a-z][a-z0-9]{0,15}$/

/** Which copy of the pipeline is meant: `cdk deploy -c stage=NAME`. It is part of the stack's name and of its metrics. */
export function stageOf(node: Pick<Node, 'tryGetContext'>): string {
  const stage: unknown = node.tryGetContext('stage') ?? DEFAULT_STAGE
  if (typeof stage !== 'string' || !STAGE.test(stage))
    throw new Error(`Stage '${stage}' is no name: write 1 to 16 small letters and digits, a letter first.`)
  return stage
}
