import { framed, type Served } from './walk-pages.ts'

const title = (n: number) => `云溪县${2010 + n}年法治政府建设年度报告`
export const TITLES = [0, 1, 2, 3, 4, 5].map(title)

/** Two rows of page `n` from 0. */
export const rowsOf = (n: number) =>
  `<ul>${[0, 1].map((k) => `<li><a href="/info/${n * 2 + k}.html" title="${title(n * 2 + k)}">${title(n * 2 + k).slice(0, 8)}…</a><span>2021-03-1${k}</span></li>`).join('')}</ul>`

/** Three pages by their paths, each with its pager. */
export const three = (paths: readonly string[], pager: (n: number) => string): Record<string, Served> =>
  Object.fromEntries(paths.map((path, n) => [path, framed(`${rowsOf(n)}<div class="bar">${pager(n)}</div>`)]))

export const INDEX = ['/l/index.html', '/l/index_1.html', '/l/index_2.html']
export const QUERY = ['/l.jsp?c=7', '/l.jsp?c=7&p=2', '/l.jsp?c=7&p=3']
export const GO = '<script>function toPage(n){ window.location.href = "/l.jsp?c=7&p=" + n; }</script>'
export const next = (n: number, link: string, end = '') => (n < 2 ? link : end)

/** One page of two rows, with what stands in a pager's place. */
export const one = (pager: string) => ({ '/l.html': framed(`${rowsOf(0)}<div class="bar">${pager}</div>`) })
