import type { Node } from 'constructs'

const DEFAULT_STAGE = 'prod'
const STAGE = /^[a-z][a-z0-9]{0,15}$/

/** The stage cannot be part of a stack's name. */
class StageNameError extends Error {
  override readonly name = 'StageNameError'
}

/** The copy of the pipeline: `cdk deploy -c stage=NAME`. Part of the stack's name and of its metrics. */
export function stageOf(node: Pick<Node, 'tryGetContext'>): string {
  const stage: unknown = node.tryGetContext('stage') ?? DEFAULT_STAGE
  if (typeof stage !== 'string' || !STAGE.test(stage))
    throw new StageNameError(
      `Stage '${stage}' is not allowed: write 1 to 16 lower-case letters and digits, beginning with a letter.`,
    )
  return stage
}
