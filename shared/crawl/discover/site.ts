import { isIP } from 'node:net'
import { fold } from '../../text/fold.ts'
import { placeNamed, settledRegion } from '../named-region.ts'
import type { Markup } from '../pages/markup.ts'

/** Whether a host belongs to the site of another: the same one, with or without `www.`, or one below it. */
export function isOfSite(host: string, home: string): boolean {
  const [one, site] = [host, home].map((name) => name.toLowerCase().replace(/^www\./, ''))
  if (one === site) return true
  return isIP(site!.split(':')[0]!) === 0 && one!.endsWith(`.${site}`)
}

const AROUND = /^(?:欢迎(?:访问|光临|来到)|首页)|(?:首页|欢迎您?|官方网站|门户网站|官网|网站|网)$/g
const PARTS = /\s+[-–—|_]\s*|\s*[-–—|_]\s+|[-–—|_]+|\s{2,}/
const BODY = /政府|[局厅委办]$|管委会/

/** The name of whoever publishes a site, as its home page tells it. Null if it tells none. */
export function siteName({ metas, title }: Pick<Markup, 'metas' | 'title'>): string | null {
  const told = [metas.get('sitename') ?? '', title].flatMap((text) => fold(text).split(PARTS)).map(bare)
  const names = told.filter((name) => name.length >= 2 && name.length <= 30)
  return (
    names.find((name) => BODY.test(name)) ?? names.find((name) => placeNamed(name).isGovernment) ?? names[0] ?? null
  )
}

function bare(text: string): string {
  return text.replace(/\s+/g, '').replace(AROUND, '').replace(AROUND, '')
}

/**
 * The region that an entry must name: left out where the name settles it, null for a department. Of several places of one name
 * the one that the page's `SiteIDCode` says too; a code alone is no proof, because templates are copied.
 * @returns undefined to leave it out; whoever checks the file is then told the places
 */
export function regionToName(name: string, { metas }: Pick<Markup, 'metas'>): string | null | undefined {
  if (settledRegion(name) !== null) return undefined
  const { places, isGovernment } = placeNamed(name)
  if (!isGovernment) return null
  const code = metas.get('siteidcode')?.slice(0, 6)
  return places.find((place) => place.code === code)?.code
}
