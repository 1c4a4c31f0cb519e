import { Command, Option } from 'commander'
import { isoDay, portNumber, REGION, STACK, wholeNumber } from './option-values.ts'
import { addReaderCommands } from './reader-commands.ts'
import { addRecoveryCommands } from './recovery-commands.ts'

/** Every command with its arguments and options. */
export const program = new Command('fazhi')
  .description('Turns annual rule-of-law reports of Chinese governments into tables, each figure with its sentence.')
  .exitOverride()

const ENDED = ['COMPLETE', 'REJECTED', 'FAILED']

// Each command loads its own module: `parse` does not wait for AWS clients.

program
  .command('up')
  .description('start the whole pipeline on this machine and process files')
  .argument('[path...]', 'files, and folders with everything in them')
  .option('--once', 'exit when every file is processed')
  .option('--data <dir>', 'keep buckets, queues and tables in this folder for the next start')
  .option('--port <number>', 'listen on this port instead of any free port', portNumber)
  .option('--json', 'print one line of JSON per file instead of the table')
  .action(async (paths, options) => (await import('./up.ts')).up(paths, options))

program
  .command('parse')
  .description('print each parsed document as one line of JSON; no engine, nothing is stored')
  .argument('<path...>', 'files, and folders with everything in them')
  .option('--pretty', 'print indented JSON')
  .addOption(
    new Option('--explain', 'print instead which words and rows gave each figure its meaning').conflicts('pretty'),
  )
  .action(async (paths, options) => (await import('./parse.ts')).parse(paths, options))

program
  .command('upload')
  .description('upload files to the bucket of the running engine or of a deployment')
  .argument('<path...>', 'files, and folders with everything in them')
  .option('--source-url <address>', 'the page or file on the web that the file is a copy of')
  .option(...STACK)
  .action(async (paths, options) => (await import('./upload.ts')).upload(paths, options))

program
  .command('status')
  .description('show the status of one document or of all documents')
  .argument('[id]', 'document ID, or its first digits')
  .option(...STACK)
  .option('--json', 'print one line of JSON per document')
  .action(async (id, options) => (await import('./status.ts')).status(id, options))

addReaderCommands(program)
addRecoveryCommands(program)

program
  .command('page')
  .description('serve the page on this machine, over the tables of a deployment')
  .option(...STACK)
  .option('--port <number>', 'listen on this port instead of any free port', portNumber)
  .option('--corrections <address>', 'where the page sends who finds a wrong figure; {figure} stands for its ID')
  .action(async (options) => (await import('./page.ts')).servePage(options))

program
  .command('reprocess')
  .description('read documents anew by the deployed parser, and say what that changed')
  .argument('[id...]', 'document IDs, or their first digits; without one, every document')
  .option('--before-version <number>', 'only documents that a parser below this version has read', wholeNumber)
  .option(...REGION)
  .option('--year <year>', 'year that the report is about', wholeNumber)
  .addOption(new Option('--status <status>', 'only documents of this status').choices(ENDED))
  .option('--dry-run', 'change nothing; say what the parser of this command would change')
  .option(...STACK)
  .option('--json', 'print one line of JSON instead of the tables')
  .action(async (ids, options) => (await import('./reprocess/reprocess.ts')).reprocess(ids, options))

program
  .command('migrate')
  .description('move what an earlier version stored in a deployment; can be stopped and started again')
  .option('--dry-run', 'change nothing; say how many documents would be moved')
  .option(...STACK)
  .action(async (options) => (await import('./migrate.ts')).migrate(options))

program
  .command('delete')
  .description('withdraw a document: figures, texts and file go; the same bytes are refused until --restore')
  .argument('<id>', 'document ID, or its first digits')
  .option('--reason <sentence>', 'why; it is kept, and shown to whoever uploads the same bytes or looks for the report')
  .option('--restore', 'let the document come again')
  .option('--dry-run', 'change nothing, and say what would go')
  .option(...STACK)
  .action(async (id, options) => (await import('./delete.ts')).deleteDocument(id, options))

program
  .command('crawl')
  .description('crawl portals on this machine and process the reports they publish')
  .requiredOption('--portals <file>', 'portals file: the portals to crawl')
  .option('--once', 'exit when every list is walked and every document is processed')
  .option('--portal <id>', 'crawl only this portal, even if it is paused')
  .option('--data <dir>', 'keep buckets, queues and tables in this folder for the next start')
  .option('--json', 'print one line of JSON per page and per list instead of the table')
  .option('--allow-loopback', 'allow portals on this machine (test servers)')
  .action(async (options) => (await import('./crawl/crawl.ts')).crawl(options))

const portals = program.command('portals').description('portals files, and the portals that a deployment walks')

portals
  .command('import')
  .description(
    'print a portals file made of a CSV of names and home pages; its entries are paused until discover finds their lists',
  )
  .argument('<file>', 'CSV with a name and a home page in each row')
  .requiredOption('--contact <address>', 'web or mail address where the portals can reach you')
  .action(async (file, options) => (await import('./portals/import.ts')).importPortals(file, options))

portals
  .command('discover')
  .description('find the lists of reports from a home page, and print them as an entry of a portals file')
  .argument('<url|file>', 'home page, or a portals file with imported entries: the file is printed with their lists')
  .option('--contact <address>', 'with a home page: web or mail address where the portal can reach you')
  .option('--allow-loopback', 'allow portals on this machine (test servers)')
  .action(async (target, options) => (await import('./portals/discover.ts')).discoverPortals(target, options))

portals
  .command('check')
  .description('tell all mistakes of a portals file with their places, before anything runs')
  .argument('<file>', 'portals file')
  .option('--try', 'ask the portals: walk each list once, store nothing, and say what would be fetched')
  .option('--allow-loopback', 'allow portals on this machine (test servers)')
  .action(async (file, options) => (await import('./portals/check.ts')).check(file, options))

portals
  .command('deploy')
  .description('check a portals file, and have a deployment walk its portals from now on')
  .argument('<file>', 'portals file')
  .option('--dry-run', 'change nothing; say what would change')
  .option(...STACK)
  .option('--allow-loopback', 'allow portals on this machine (test servers)')
  .action(async (file, options) => (await import('./portals/deploy.ts')).deployPortals(file, options))

portals
  .command('list')
  .description('list the portals that a deployment walks, with the last and the next walk of each')
  .option(...STACK)
  .option('--json', 'print one line of JSON per portal')
  .action(async (options) => (await import('./portals/list.ts')).listPortals(options))

program
  .command('coverage')
  .description('show the ledger of the crawl: who has published, who is late or missing, and what could not be reached')
  .option(...REGION)
  .option('--year <year>', 'year that the report is about', wholeNumber)
  .option('--portal <id>', 'of this portal only')
  .option('--state <state...>', 'rows in these states only')
  .option('--since [day]', 'only what changed since then (2026-11-20); without a day, since the walk before', isoDay)
  .option('--data <dir>', 'read the data of an engine that is not running')
  .option(...STACK)
  .option('--json', 'print one line of JSON per row instead of the tables')
  .action(async (options) => (await import('./coverage/coverage.ts')).coverage(options))
