import { App, type Stack, Validations } from 'aws-cdk-lib'
import { CfnBucket } from 'aws-cdk-lib/aws-s3'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { FazhiStack } from '../../infra/fazhi-stack.ts'

/** @throws where a finding is not acknowledged */
function checkedSynth(change: (stack: Stack) => void = () => {}): void {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } })
  change(new FazhiStack(app, 'Fazhi-test', { stage: 'test' }))
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  app.synth()
}

describe('cdk-nag AwsSolutions', () => {
  it('finds nothing that is not acknowledged', () => {
    expect(() => checkedSynth()).not.toThrow()
  })

  it('would find a bucket that is open', () => {
    expect(() => checkedSynth((stack) => new CfnBucket(stack, 'Open'))).toThrow(/AwsSolutions-S10/)
  })
})
