/** Milliseconds of processor time this process has used: other programs on the machine do not lengthen it. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
