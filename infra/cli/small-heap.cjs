/**
 * What V8 keeps of garbage, in the engine's thread and in each worker. It reads this only when a process starts. By default the young
 * generation grows to 16 MB or more, twice, and the heap to three times of what it needs before all of it is looked through: 250 MB in
 * all during a crawl.
 */
const FLAGS = {
  /** Megabytes of a half of the young generation. */
  '--max-semi-space-size': 4,
  /** How far the heap grows beyond what was left of it the last time. */
  '--heap-growing-percent': 40,
}

const missing = Object.keys(FLAGS).filter((name) => !process.execArgv.some((flag) => flag.startsWith(name)))

// The process begins anew and keeps its ID and its files. Windows cannot do that: there it only takes more memory.
if (process.platform !== 'win32' && missing.length > 0)
  process.execve(process.execPath, [
    process.execPath,
    ...missing.map((name) => `${name}=${FLAGS[name]}`),
    ...process.execArgv,
    ...process.argv.slice(1),
  ])
