import { type Duration, RemovalPolicy, Tags } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { bundle } from './esbuild-code.ts'

export interface WorkerProps {
  /** Name of its folder under `functions/`. */
  readonly name: string
  readonly description: string
  readonly timeout: Duration
  readonly memoryMegabytes: number
  readonly environment: Readonly<Record<string, string>>
  readonly stage: string
}

/** A function of the pipeline: Node.js 24 on arm64, with a log group of its own and only the permission to write to it. */
export class Worker extends Construct {
  readonly function: LambdaFunction

  constructor(scope: Construct, id: string, props: WorkerProps) {
    super(scope, id)
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    // The managed policy of the function construct would allow writing to every log group of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: bundle(props.name),
      handler: 'index.handler',
      role,
      logGroup,
      timeout: props.timeout,
      memorySize: props.memoryMegabytes,
      environment: { ...props.environment, STAGE: props.stage, NODE_OPTIONS: '--enable-source-maps' },
    })
    Tags.of(this).add('function', props.name)
  }

  /** Allows the function exactly these actions on exactly this resource. */
  allow(actions: string[], resource: string): void {
    this.function.addToRolePolicy(new PolicyStatement({ actions, resources: [resource] }))
  }
}
