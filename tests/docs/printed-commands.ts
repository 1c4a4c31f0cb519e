import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** A page of the documentation, as whoever copies commands out of it sees it. */
export interface Page {
  readonly path: string
  /** What the page tells to run in a shell, block by block. */
  readonly scripts: readonly string[]
  /** Commands of `fazhi` with everything behind them, printed as a whole: without what stands for something to be put in. */
  readonly fazhi: readonly string[]
}

/** What stands for something that the reader has to put in: `ID`, `PATH…`, `[--once]`, `csv|jsonl`. */
const TO_PUT_IN = /(?:^|\s)[A-Z]{2,}(?![\w-])|[…|[]/

export function pagesOfDocs(): Page[] {
  return globSync(['README.md', 'docs/*.md', 'samples/README.md'], { cwd: ROOT }).map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    const blocks = [...text.matchAll(/^(?<indent> *)```(?<kind>sh|console)?[^\n]*\n(?<code>.*?)^\k<indent>```$/gms)]
    const scripts = blocks.flatMap(({ groups }) =>
      groups!.kind === 'sh' ? [groups!.code!.replaceAll('\\\n', ' ')] : [],
    )
    const inBlocks = blocks.flatMap(({ groups }) => groups!.code!.split('\n'))
    const inLines = Array.from(text.matchAll(/`(npx fazhi [^`\n]+)`/g), ([, code]) => code!).filter(
      (command) => !TO_PUT_IN.test(command),
    )
    const fazhi = [...inBlocks, ...inLines].flatMap(
      (line) => /^\s*(?:\$ )?npx fazhi (?<words>.+)$/.exec(line)?.groups?.words ?? [],
    )
    return { path, scripts, fazhi }
  })
}

/** The words of a command as a shell parts them, without its redirections and comments. */
export function wordsOf(command: string): string[] {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g)].map(([, a, b, c]) => a ?? b ?? c!)
  const end = words.findIndex((word) => /^[>#|&;]/.test(word))
  return end === -1 ? words : words.slice(0, end)
}
