import { type App, type Stack, Validations } from 'aws-cdk-lib'
import { CfnBucket } from 'aws-cdk-lib/aws-s3'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { apiStackFor, stackFor } from './synth.ts'

/** @throws if a finding is not acknowledged */
function checkedSynth(change: (stack: Stack) => void = () => {}, stack: Stack = stackFor('test')): void {
  const app = stack.node.root as App
  change(stack)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  app.synth()
}

describe('cdk-nag AwsSolutions', () => {
  it('finds nothing that is not acknowledged', () => {
    expect(() => checkedSynth()).not.toThrow()
  })

  it.each([{ access: 'open' }, { access: 'jwt', jwtIssuer: 'https://login.example', jwtAudience: 'a' }])(
    'finds nothing in an API with $access access',
    (context) => {
      expect(() => checkedSynth(() => {}, apiStackFor(context))).not.toThrow()
    },
  )

  it('finds nothing in a stack with a key of its own', () => {
    expect(() => checkedSynth(() => {}, stackFor('test', { encryption: 'kms' }))).not.toThrow()
  })

  it('would find a bucket that is open', () => {
    expect(() => checkedSynth((stack) => new CfnBucket(stack, 'Open'))).toThrow(/AwsSolutions-S10/)
  })
})
