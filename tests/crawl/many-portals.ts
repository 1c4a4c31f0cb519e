/** Attributes of an entry as a portals file has them. */
type Entry = Readonly<Record<string, unknown>>

/**
 * The text of a portals file with many portals, `p0`, `p1` …, on hosts that nobody has.
 * @param changesOf what the entry of a portal says besides, by its number
 */
export function manyPortals(count: number, changesOf: (n: number) => Entry = () => ({})): string {
  const portals = Array.from({ length: count }, (_, n) => ({
    id: `p${n}`,
    name: `第${n}号门户网站`,
    regionCode: null,
    hosts: [`www.portal-${n}.gov.cn`],
    lists: [{ url: `https://www.portal-${n}.gov.cn/zwgk/fdzdgknr/fzzfjs/index.html` }],
    ...changesOf(n),
  }))
  return JSON.stringify({ contact: 'https://crawler.example/', portals })
}
