import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { FAZHI, fazhi } from '../cli/run-fazhi.ts'
import { Chance } from './chance.ts'

/** Options of the command line that say which seeds are tried. */
export const SEEDS = { seeds: { type: 'string', default: '1' }, first: { type: 'string', default: '1' } } as const

const KILLS = 10
/** A start lives at most as long as this part of an undisturbed run: so the kills fall on all that is done. */
const LONGEST_LIFE = 1 / 4
const SHOWN_DIFFERENCES = 5

export interface Killed<State> {
  /** Where the command runs; its data folders lie in it. */
  readonly folder: string
  /** The command with this data folder, without `--once`. */
  readonly command: (data: string) => readonly string[]
  /** What a data folder holds after all. */
  readonly read: (data: string) => Promise<State>
  readonly describe: (state: State) => string
  readonly differences: (calm: State, state: State) => readonly string[]
}

/**
 * Runs a command once undisturbed; then, for each seed that is asked for, kills it by SIGKILL at random moments, starts it again and
 * compares what it leaves. Prints a line for each, and sets the exit code to 1 for a difference.
 */
export async function killAgain<State>(
  asked: Readonly<Record<keyof typeof SEEDS, string>>,
  killed: Killed<State>,
): Promise<void> {
  const { folder, read, describe, differences } = killed
  const [seeds, first] = [asked.seeds, asked.first].map(Number)
  const startedAt = performance.now()
  await toTheEnd('calm', killed)
  const calmMs = Math.round(performance.now() - startedAt)
  const calm = await read('calm')
  console.log(`undisturbed: ${describe(calm)}, ${seconds(calmMs)}`)

  for (let seed = first!; seed < first! + seeds!; seed += 1) {
    const chance = new Chance(seed)
    const moments = Array.from({ length: KILLS }, () => chance.below(Math.round(calmMs * LONGEST_LIFE)))
    const data = `seed-${seed}`
    for (const moment of moments) await killedAfter(moment, data, killed)
    await toTheEnd(data, killed)
    const different = differences(calm, await read(data))
    const what = different.length === 0 ? 'the same' : 'DIFFERENT'
    console.log(`seed ${seed}: ${what}, killed after ${moments.map(seconds).join(', ')}`)
    for (const line of different.slice(0, SHOWN_DIFFERENCES)) console.log(`  ${line}`)
    if (different.length > 0) process.exitCode = 1
    rmSync(join(folder, data), { recursive: true })
  }
}

async function toTheEnd<State>(data: string, { folder, command }: Killed<State>): Promise<void> {
  const { code, stderr } = await fazhi(folder, ...command(data), '--once')
  if (code !== 0) throw new Error(`fazhi ${command(data)[0]} ended with exit code ${code}:\n${stderr}`)
}

async function killedAfter<State>(ms: number, data: string, { folder, command }: Killed<State>): Promise<void> {
  const child = spawn(process.execPath, [FAZHI, ...command(data)], { cwd: folder, stdio: 'ignore' })
  const exit = once(child, 'exit')
  await sleep(ms)
  child.kill('SIGKILL')
  const [code, signal] = await exit
  if (signal !== 'SIGKILL') throw new Error(`fazhi ${command(data)[0]} ended by itself, with exit code ${code}.`)
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
