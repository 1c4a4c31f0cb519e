import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { UsageError } from './errors.ts'

/** Exit codes, as every command keeps them. */
const FAILED = 1
const WRONG_USAGE = 2

const program = new Command('fazhi')
  .description('Turns annual rule-of-law reports of Chinese governments into tables, each figure with its sentence.')
  .exitOverride()

const STACK = ['--stack <name>', 'a deployment in AWS, by its stack, in place of the engine on this machine'] as const

// Each command's module is loaded when it is asked for: `parse` need not wait for AWS clients.

program
  .command('up')
  .description('start the whole pipeline on this machine and bring files through it')
  .argument('[path...]', 'files, and folders with all they hold')
  .option('--once', 'leave when every file has ended')
  .option('--data <dir>', 'keep buckets, queues and tables there for the next start')
  .option('--port <number>', 'listen there in place of any free port', portNumber)
  .option('--json', 'print one line of JSON a file in place of the table')
  .action(async (paths, options) => (await import('./up.ts')).up(paths, options))

program
  .command('parse')
  .description('print one parsed document a line; no engine, nothing kept')
  .argument('<path...>', 'files, and folders with all they hold')
  .option('--pretty', 'indented JSON, over many lines')
  .action(async (paths, options) => (await import('./parse.ts')).parse(paths, options))

program
  .command('upload')
  .description('put files into the bucket of the running engine or of a deployment')
  .argument('<path...>', 'files, and folders with all they hold')
  .option(...STACK)
  .action(async (paths, options) => (await import('./upload.ts')).upload(paths, options))

program
  .command('status')
  .description('what became of a document, or of all')
  .argument('[id]', 'document ID')
  .option(...STACK)
  .option('--json', 'print one line of JSON a document')
  .action(async (id, options) => (await import('./status.ts')).status(id, options))

program
  .command('indicators')
  .description('the figures of a document, or of a code in a year')
  .argument('[id]', 'document ID')
  .option('--code <code>', 'entry of the catalogue, as litigation.new')
  .option('--year <year>', 'the year reported on', wholeNumber)
  .option('--region <digits>', 'region code or the beginning of one: 44 for a province, 4401 for a city', regionPrefix)
  .option(...STACK)
  .option('--json', 'print one line of JSON a figure')
  .action(async (id, options) => (await import('./indicators.ts')).indicators(id, options))

program
  .command('crawl')
  .description('walk portals on this machine and bring what they publish through the pipeline')
  .requiredOption('--portals <file>', 'the portals to walk')
  .option('--once', 'leave when every list is walked and every document has ended')
  .option('--portal <id>', 'only this one, even if it is paused')
  .option('--data <dir>', 'keep buckets, queues and tables there for the next start')
  .option('--json', 'print one line of JSON a page and a list in place of the table')
  .option('--allow-loopback', 'let portals be servers under test on this machine')
  .action(async (options) => (await import('./crawl.ts')).crawl(options))

program
  .command('coverage')
  .description('the ledger of the crawl: who has published, who is late or missing, and what could not be reached')
  .option('--region <digits>', 'region code or the beginning of one: 44 for a province, 4401 for a city', regionPrefix)
  .option('--year <year>', 'the year reported on', wholeNumber)
  .option('--data <dir>', 'of an engine that does not run, from what it kept there')
  .option(...STACK)
  .option('--json', 'print one line of JSON a row in place of the tables')
  .action(async (options) => (await import('./coverage.ts')).coverage(options))

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE
  else {
    console.error(`fazhi: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = error instanceof UsageError ? WRONG_USAGE : FAILED
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}

function portNumber(text: string): number {
  const port = wholeNumber(text)
  if (port > 65_535) throw new InvalidArgumentError('Ports end at 65535.')
  return port
}

function regionPrefix(text: string): string {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It must be one to six digits of GB/T 2260.')
  return text
}
