import {
  type CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  UpdateStackCommand,
  waitUntilStackCreateComplete,
  waitUntilStackUpdateComplete,
} from '@aws-sdk/client-cloudformation'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import type { Deployed } from './deployed.ts'

/** The bucket that `cdk bootstrap` makes. */
const ASSETS = 'cdk-hnb659fds-assets-000000000000-us-east-1'
const TEMPLATE = 'changed-resources.json'
const CAPABILITIES = { Capabilities: ['CAPABILITY_IAM' as const] }
const WAIT = { maxWaitTime: 600, minDelay: 1, maxDelay: 1 }

/**
 * Makes a stack of a template as it is, as another version would.
 * @returns its outputs
 */
export async function createStack(client: CloudFormationClient, StackName: string, TemplateBody: string) {
  await client.send(new CreateStackCommand({ StackName, TemplateBody, ...CAPABILITIES }))
  await waitUntilStackCreateComplete({ client, ...WAIT }, { StackName })
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }))
  const outputs = Stacks[0]?.Outputs ?? []
  return Object.fromEntries(outputs.map(({ OutputKey, OutputValue }) => [OutputKey!, OutputValue!]))
}

/** Updates a stack to its own template with other definitions of some resources. */
export async function changeResources(
  { cloudformation: client, s3, stack: StackName, ministack }: Deployed,
  changed: Readonly<Record<string, object>>,
): Promise<void> {
  const { TemplateBody = '' } = await client.send(new GetTemplateCommand({ StackName }))
  const { Resources, ...template } = JSON.parse(TemplateBody)
  const Body = JSON.stringify({ ...template, Resources: { ...Resources, ...changed } })
  // It is too long for the request itself.
  await s3.send(new PutObjectCommand({ Bucket: ASSETS, Key: TEMPLATE, Body }))
  const TemplateURL = `${ministack.endpoint}/${ASSETS}/${TEMPLATE}`
  await client.send(new UpdateStackCommand({ StackName, TemplateURL, ...CAPABILITIES }))
  await waitUntilStackUpdateComplete({ client, ...WAIT }, { StackName })
}
