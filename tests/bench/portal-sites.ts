import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { articlePage, articlesOf, listPage, rows } from '../crawl/simulator/pages.ts'

/** A process of its own that serves many portals: it must not take the time that is measured. */

const [, , count = '1', answerMs = '0', slowMs = '0'] = process.argv
const YEARS = [2023, 2022, 2021]

interface Seen {
  first: number
  last: number
  requests: number
  /** The shortest time between the end of an answer and the next request. */
  shortestPause: number
}

const seen: Seen[] = []
const ports: number[] = []
for (let n = 0; n < Number(count); n++) {
  const reports = articlesOf('/fzzf', YEARS, `甲${n}县`).filter(({ title }) => title.includes('年度报告'))
  const pages = new Map(reports.map(({ path, title, date }) => [path, articlePage({ title, publishedOn: date })]))
  pages.set('/fzzf/', listPage(`<ul>${rows(reports)}</ul>`))
  const log: Seen = { first: 0, last: 0, requests: 0, shortestPause: Number.POSITIVE_INFINITY }
  seen.push(log)
  const server = createServer(async (request, response) => {
    const now = Date.now()
    log.first ||= now
    if (log.requests++ > 0) log.shortestPause = Math.min(log.shortestPause, now - log.last)
    // The first portal is the slow one.
    await sleep(n === 0 ? Number(slowMs) : Number(answerMs))
    const page = pages.get(request.url!)
    log.last = Date.now()
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ports.push((server.address() as AddressInfo).port)
}
process.on('message', () => {
  process.send!(seen)
  for (const log of seen)
    Object.assign(log, { first: 0, last: 0, requests: 0, shortestPause: Number.POSITIVE_INFINITY })
})
process.send!(ports)
