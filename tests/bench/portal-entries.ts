/** The entries of a portals file for simulated portals (`portal-sites.ts`), each asked every so many seconds. */
export function portalEntries(ports: readonly number[], delaySeconds: number) {
  return ports.map((port, n) => ({
    id: `p${n}`,
    name: `甲${n}县`,
    regionCode: null,
    hosts: [`127.0.0.1:${port}`],
    delaySeconds,
    lists: [{ url: `http://127.0.0.1:${port}/fzzf/` }],
  }))
}
