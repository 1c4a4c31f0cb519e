import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { REGION } from '../../infra/local/template.ts'
import { startPipeline } from '../pipeline/running-pipeline.ts'

const ROOT = join(import.meta.dirname, '../..')
const SAMPLES = [
  'city-2021.txt',
  'city-2022.txt',
  'city-2023.txt',
  'county-2022.html',
  'county-2022-corrected.html',
  'openness-2023.txt',
]
const run = promisify(execFile)

const page = readFileSync(join(ROOT, 'docs/tables.md'), 'utf8')
const examplesIn = (language: string) =>
  [...page.matchAll(new RegExp(`\\n\`\`\`${language} example\\n([^\`]+)\`\`\``, 'g'))].map(([, code]) => code!)

/** The project's own folder, so that its package is found by its name. */
mkdirSync(join(ROOT, 'dist'), { recursive: true })
const folder = mkdtempSync(join(ROOT, 'dist/examples-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('docs/tables.md', () => {
  it('has examples that run as they are printed', async () => {
    const pipeline = await startPipeline()
    await pipeline.drop(
      Object.fromEntries(SAMPLES.map((name) => [name, readFileSync(join(ROOT, 'samples/reports', name))])),
    )
    const { outputs } = pipeline.engine.resources
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL: pipeline.engine.endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'reader',
      AWS_SECRET_ACCESS_KEY: 'local',
    }
    const list = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }))
    writeFileSync(join(folder, 'outputs.json'), JSON.stringify(list))

    const programs = examplesIn('ts')
    expect(programs).toHaveLength(4)
    writeFileSync(join(folder, 'example.ts'), programs.join('\n'))
    const typescript = await run(process.execPath, ['example.ts'], { cwd: folder, env })

    expect(typescript.stdout.split('\n')).toEqual([
      expect.stringMatching(/^抚州市人民政府 single 1046 \[\] 全市各级行政复议机构收到复议申请1127件/),
      "2021 several null null [ 'several' ]",
      '2022 single 36110 null []',
      '2023 single 38652 36110 []',
      expect.stringMatching(/^[0-9a-f]{32} 霍山县人民政府 (?:true null|false [0-9a-f]{32}) \d+$/),
      expect.stringMatching(/^[0-9a-f]{32} 霍山县人民政府 (?:true null|false [0-9a-f]{32}) \d+$/),
      expect.stringMatching(/^[0-9a-f]{32} 抚州市人民政府 true null \d+$/),
      expect.stringMatching(/^[0-9a-f]{32} not_a_report$/),
      '',
    ])

    const bin = join(folder, 'bin')
    mkdirSync(bin)
    const aws = `#!/bin/sh\nexec "${process.execPath}" "${join(import.meta.dirname, 'aws-program.mjs')}" "$@"\n`
    writeFileSync(join(bin, 'aws'), aws)
    chmodSync(join(bin, 'aws'), 0o755)
    const names = { STACK_OUTPUTS: join(folder, 'outputs.json'), PATH: `${bin}${delimiter}${process.env.PATH}` }
    const scripts = examplesIn('sh')
    expect(scripts).toHaveLength(5)
    const { stdout } = await run('sh', ['-ec', scripts.join('\n')], {
      cwd: folder,
      env: { ...env, ...names },
      maxBuffer: 1e8,
    })
    const lines = stdout.trim().split('\n')
    const refused = lines.pop()
    const answers = lines.map((line) => JSON.parse(line))
    expect(answers.map(({ Item, Items }) => (Item ? Item.state.S : Items.length))).toEqual(['current', 119, 2, 1, 0])
    expect(refused).toMatch(/^[0-9a-f]{32}\tnot_a_report$/)
  })
})
