/** Prints the milliseconds of processor time that importing a bundle takes, in its own process. */
const before = process.cpuUsage()
await import(process.argv[2]!).catch((error: unknown) => {
  // A function reads its configuration when it starts, and here it has none; by then all of its code is loaded.
  if (!(error instanceof Error && /environment|config|BUCKET|TABLE|QUEUE|Invalid/i.test(error.message))) throw error
})
const { user, system } = process.cpuUsage(before)
console.log((user + system) / 1000)
