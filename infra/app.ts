import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { FazhiStack } from './fazhi-stack.ts'
import { stageOf } from './stage.ts'

const app = new App()
const stage = stageOf(app.node)
new FazhiStack(app, `Fazhi-${stage}`, { stage })
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
app.synth()
