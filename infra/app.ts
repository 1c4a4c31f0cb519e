import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { FazhiStack } from './fazhi-stack.ts'
import { settingsOf } from './settings.ts'

const app = new App()
const settings = settingsOf(app.node)
new FazhiStack(app, `Fazhi-${settings.stage}`, settings)
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
app.synth()
