/**
 * Megabytes of a half of the heap's young generation. By default it grows to 16 or more, and the engine's heap holds 150 MB more of what
 * is garbage. V8 reads this only when a process starts.
 */
const FLAG = '--max-semi-space-size'
const MEGABYTES = 4

// The process begins anew and keeps its ID and its files. Windows cannot do that: there it only takes more memory.
if (process.platform !== 'win32' && !process.execArgv.some((flag) => flag.startsWith(FLAG)))
  process.execve(process.execPath, [
    process.execPath,
    `${FLAG}=${MEGABYTES}`,
    ...process.execArgv,
    ...process.argv.slice(1),
  ])
