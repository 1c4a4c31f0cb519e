import { type Command, Option } from 'commander'
import { REFUSAL_REASONS } from '../../shared/report/refusal.ts'
import { JSON_LINES, STACK } from './option-values.ts'
import { WORK_QUEUES } from './work-queues.ts'

/** Commands that say what is wrong and put it right. Each loads its own module. */
export function addRecoveryCommands(program: Command): void {
  program
    .command('doctor')
    .description('say what is wrong now, and what to do about each')
    .option(...STACK)
    .option(JSON_LINES, 'print one line of JSON per finding')
    .action(async (options) => (await import('./recovery/doctor.ts')).doctor(options))

  program
    .command('redrive')
    .description('move dead letters back to the queues that they came from')
    .addOption(new Option('--queue <name>', 'only those of this queue').choices(Object.keys(WORK_QUEUES)))
    .option('--dry-run', 'move nothing; say how many there are and what some are about')
    .option(...STACK)
    .option(JSON_LINES, 'print one line of JSON per queue')
    .action(async (options) => (await import('./recovery/redrive.ts')).redrive(options))

  const quarantine = program.command('quarantine').description('files that were refused')
  quarantine
    .command('list')
    .description('list the copies of refused files')
    .addOption(new Option('--reason <reason>', 'only those refused for this reason').choices(REFUSAL_REASONS))
    .option(...STACK)
    .option(JSON_LINES, 'print one line of JSON per file')
    .action(async (options) => (await import('./recovery/quarantine.ts')).list(options))
  quarantine
    .command('release')
    .description('have refused files read once more by the deployed parser')
    .argument('[id...]', 'document IDs, or their first digits')
    .addOption(new Option('--reason <reason>', 'all that were refused for this reason').choices(REFUSAL_REASONS))
    .option(...STACK)
    .action(async (ids, options) => (await import('./recovery/quarantine.ts')).release(ids, options))
}
