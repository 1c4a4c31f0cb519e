import { CommanderError } from 'commander'
import { UsageError } from './errors.ts'
import { program } from './program.ts'

/** Exit codes of every command. */
const FAILED = 1
const WRONG_USAGE = 2

// What no command waits for: the disk of a running engine is full, or a fault of ours.
process.on('uncaughtException', (error) => {
  console.error(error.name === 'DataFolderError' ? `fazhi: ${error.message}` : error)
  process.exit(FAILED)
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE
  else {
    console.error(`fazhi: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = error instanceof UsageError ? WRONG_USAGE : FAILED
  }
}
