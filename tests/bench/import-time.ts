/** Prints the milliseconds of processor time that importing a bundle takes, in a process of its own. */
const before = process.cpuUsage()
await import(process.argv[2]!).catch((error: unknown) => {
  // A function's configuration is read when it starts and is not there; all its code has been loaded by then.
  if (!(error instanceof Error && /environment|config|BUCKET|TABLE|QUEUE|Invalid/i.test(error.message))) throw error
})
const { user, system } = process.cpuUsage(before)
console.log((user + system) / 1000)
