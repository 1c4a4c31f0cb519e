import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { program } from '../../infra/cli/program.ts'
import { pagesOfDocs, wordsOf } from './printed-commands.ts'

/** Whoever calls AWS has these in the environment. */
const OF_AWS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_REGION']

const pages = pagesOfDocs().filter(({ scripts, fazhi }) => scripts.length + fazhi.length > 0)
const scripts = pages.filter((page) => page.scripts.length > 0)
const { scripts: ofPackage } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
const allScripts = scripts.flatMap((page) => page.scripts).join('\n')

/** No command does anything here. */
function idle(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => {} })
  if (command.commands.length === 0) command.action(() => {})
  for (const child of command.commands) idle(child)
}
idle(program)

describe('commands that the docs print', () => {
  it.each(scripts)('set every variable before they use it: $path', (page) => {
    const script = page.scripts.join('\n')
    const used = [...script.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(({ 1: name, index }) => ({ name: name!, index }))
    const unset = used.filter(({ name, index }) => {
      const isSet = new RegExp(`(?:^|[\\s;])(?:${name}=|for ${name} in )`, 'm').test(script.slice(0, index))
      return !isSet && !OF_AWS.includes(name)
    })
    expect(unset.map(({ name }) => name)).toEqual([])
  })

  it.each(scripts)('have nothing to put in: $path', (page) => {
    const lines = page.scripts.join('\n').replaceAll(/'[^']*'|"[^"]*"/g, '')
    expect(lines.match(/(?<=\s)(?:[A-Z]{2,}|<\w+>)(?=\s|$)/g) ?? []).toEqual([])
  })

  it.each(pages.flatMap(({ path, fazhi }) => fazhi.map((command) => [path, command] as const)))(
    'are known to fazhi, with their options: %s, %s',
    async (_, command) => {
      await expect(program.parseAsync(['node', 'fazhi', ...wordsOf(command)])).resolves.toBeDefined()
    },
  )

  it('would be found wrong', async () => {
    await expect(program.parseAsync(['node', 'fazhi', 'status', '--stak', 'Fazhi-prod'])).rejects.toThrow('--stak')
    expect(wordsOf(`delete 3d --reason "It names." > out.txt`)).toEqual(['delete', '3d', '--reason', 'It names.'])
  })

  it('are scripts of the package', () => {
    const names = [...allScripts.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!)
    expect(names.filter((name) => ofPackage[name] === undefined)).toEqual([])
  })
})
