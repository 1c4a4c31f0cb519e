import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assembly } from '../../infra/local/assembly.ts'
import type { Resource, Template } from '../../infra/local/template.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const attribute = (logicalId: string, name = 'Arn') => ({ 'Fn::GetAtt': [logicalId, name] })

/**
 * A template with one of everything: bucket → rule → queue (with dead letters) → function.
 * @param timeoutSeconds of the function: by default it ends no function, however slow the machine is
 */
export function smallTemplate(more: Readonly<Record<string, Resource>> = {}, timeoutSeconds = 600): Template {
  return {
    Resources: {
      Inbox: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          BucketName: { 'Fn::Join': ['-', ['inbox', { Ref: 'AWS::AccountId' }]] },
          NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
        },
      },
      Arrivals: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventPattern: {
            source: ['aws.s3'],
            'detail-type': ['Object Created'],
            detail: { bucket: { name: [{ Ref: 'Inbox' }] }, object: { key: [{ prefix: 'in/' }] } },
          },
          Targets: [{ Id: 'Target0', Arn: attribute('Jobs') }],
        },
      },
      Dead: { Type: 'AWS::SQS::Queue' },
      Jobs: {
        Type: 'AWS::SQS::Queue',
        Properties: { RedrivePolicy: { deadLetterTargetArn: attribute('Dead'), maxReceiveCount: 2 } },
      },
      Items: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        },
      },
      Role: { Type: 'AWS::IAM::Role' },
      Worker: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Code: { S3Bucket: 'assets', S3Key: 'worker.zip' },
          Handler: 'index.handler',
          Role: attribute('Role'),
          Timeout: timeoutSeconds,
          MemorySize: 128,
          Environment: { Variables: { JOBS_URL: { Ref: 'Jobs' }, TABLE: { Ref: 'Items' } } },
        },
      },
      Feed: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: attribute('Jobs'),
          FunctionName: { Ref: 'Worker' },
          BatchSize: 10,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
        },
      },
      ...more,
    },
    Outputs: { BucketName: { Value: { Ref: 'Inbox' } } },
  }
}

/**
 * An app of that template. Its one function has the given source.
 * @param parent folder for it; by default one that goes with the test
 */
export async function smallApp(handlerSource: string, template = smallTemplate(), parent?: string): Promise<Assembly> {
  const folder = join(parent ?? (await temporaryFolder()), 'worker')
  await mkdir(folder)
  await writeFile(join(folder, 'index.mjs'), handlerSource)
  return { template, assetFolder: () => folder }
}
