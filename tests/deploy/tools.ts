import { installTool, type PythonTool } from './python-tool.ts'

export const MINISTACK: PythonTool = { package: 'ministack', version: '1.5.33' }
export const AWS_CLI: PythonTool = { package: 'awscli', version: '1.46.2', program: 'aws' }
export const CFN_LINT: PythonTool = { package: 'cfn-lint', version: '1.58.0' }

/** Has why tools could not be installed, by their packages, for every process of a test run. */
const MISSING_VARIABLE = 'FAZHI_TEST_MISSING_TOOLS'

/** Set-up of a whole test run: two files of tests that installed one tool at the same time would break it. */
export default async function installTools(): Promise<void> {
  const missing: Record<string, string> = {}
  for (const tool of [MINISTACK, AWS_CLI, CFN_LINT]) {
    const why = await installTool(tool)
    if (why !== null) missing[tool.package] = why
  }
  process.env[MISSING_VARIABLE] = JSON.stringify(missing)
}

/** @returns null if the tools are installed, otherwise why one of them cannot be installed on this machine */
export function whyMissing(...tools: readonly PythonTool[]): string | null {
  const missing: Record<string, string> = JSON.parse(process.env[MISSING_VARIABLE] ?? '{}')
  const [why = null] = tools.flatMap((tool) => missing[tool.package] ?? [])
  return why
}
