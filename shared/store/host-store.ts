import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type DynamoDBDocumentClient, GetCommand, paginateScan, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { HostBusyError, type Hosts, type KeptRobots, type Turn } from '../crawl/hosts.ts'
import { type HostRow, hostRows } from './host-row.ts'
import { itemsOf, type OnUnreadable, readRow, readRows, refuseUnreadable } from './read-rows.ts'
import { conditional, request } from './request.ts'

/** Longer than any single request may take, so that only a function that died loses its turn. */
const TURN_MS = 120_000
/** How soon to look again while another function has its turn. */
const LOOK_AGAIN_MS = 200
/** Hosts whose last state a process knows without asking the table; the one that was seen longest ago is forgotten. */
const MOST_REMEMBERED = 1000
const REMEMBER_ROBOTS_MS = 3600_000
/** Characters of a robots.txt. */
const LONGEST_REMEMBERED = 10_000
/** A host that nobody visits any more leaves the table. */
const FORGET_AFTER_SECONDS = 30 * 24 * 3600

/**
 * Hosts in a table: each function that wants to ask a host takes its item by a conditional write, so that two functions
 * on two machines never ask at once, nor sooner than the host wants.
 * @example
 * const hosts = new HostStore(makeTableClient(), 'hosts')
 * const turn = await hosts.takeTurn('www.huadu.gov.cn', 5_000)
 * try { await fetchPage() } finally { await turn.end(Date.now() + 2_000) }
 */
export class HostStore implements Hosts {
  readonly #client: DynamoDBDocumentClient
  readonly #table: string
  readonly #onUnreadable: OnUnreadable
  /** When this process last let go of a host, it said when the next turn may begin: nobody can have one sooner. */
  readonly #notBefore = new Map<string, number>()
  readonly #robots = new Map<string, KeptRobots>()

  /** @param onUnreadable hears of each row that is passed over when turns are ended; by default it stops that */
  constructor(client: DynamoDBDocumentClient, table: string, onUnreadable: OnUnreadable = refuseUnreadable) {
    this.#client = client
    this.#table = table
    this.#onUnreadable = onUnreadable
  }

  async takeTurn(host: string, patienceMs: number): Promise<Turn> {
    const giveUpAt = Date.now() + patienceMs
    const turn = randomUUID()
    const known = this.#notBefore.get(host) ?? 0
    if (known > giveUpAt) throw new HostBusyError(host, known)
    if (known > Date.now()) await sleep(known - Date.now())
    for (;;) {
      if (await this.#take(host, turn)) return { end: (notBefore) => this.#end(host, turn, notBefore) }
      const { turnEnds = 0, notBefore = 0 } = (await this.#row(host)) ?? {}
      const now = Date.now()
      const wait = Math.max(notBefore - now, turnEnds > now ? LOOK_AGAIN_MS : 0, 1)
      if (now + wait > giveUpAt) throw new HostBusyError(host, now + wait)
      await sleep(wait)
    }
  }

  async keptRobots(host: string): Promise<KeptRobots | null> {
    const known = this.#robots.get(host)
    if (known !== undefined && Date.now() - known.readAt < REMEMBER_ROBOTS_MS) return known
    const robots = (await this.#row(host))?.robots ?? null
    if (robots !== null) this.#rememberRobots(host, robots)
    return robots
  }

  async keepRobots(host: string, robots: KeptRobots): Promise<void> {
    this.#rememberRobots(host, robots)
    await this.#update(host, 'SET robots = :robots, expiresAt = :expiresAt', {
      ':robots': robots,
      ':expiresAt': expiry(),
    })
  }

  /** Only answers, which hold for a day: what a host did not answer, another process may have asked for since. */
  #rememberRobots(host: string, robots: KeptRobots): void {
    const { verdict } = robots
    const isShort = verdict.kind === 'rules' && verdict.text.length <= LONGEST_REMEMBERED
    if (isShort || verdict.kind === 'allow') remember(this.#robots, host, robots)
  }

  /**
   * Ends the turns of functions that are known to have died, as when the engine on one machine was killed.
   * @param time milliseconds since the epoch; turns taken later stay
   */
  async endTurnsTakenBefore(time: number): Promise<void> {
    const items = await itemsOf(paginateScan({ client: this.#client }, { TableName: this.#table }))
    for (const { host, turn, turnEnds = 0 } of readRows(hostRows, items, this.#onUnreadable))
      if (turn !== undefined && turnEnds - TURN_MS < time) await this.#end(host, turn, Date.now())
  }

  async #take(host: string, turn: string): Promise<boolean> {
    const now = Date.now()
    const isFree = '(attribute_not_exists(turnEnds) OR turnEnds <= :now)'
    const isTime = '(attribute_not_exists(notBefore) OR notBefore <= :now)'
    const taken = await conditional(
      `take a turn at ${host}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { host },
          UpdateExpression: 'SET turn = :turn, turnEnds = :turnEnds, expiresAt = :expiresAt',
          ConditionExpression: `${isFree} AND ${isTime}`,
          ExpressionAttributeValues: { ':turn': turn, ':now': now, ':turnEnds': now + TURN_MS, ':expiresAt': expiry() },
        }),
      ),
    )
    return taken !== null
  }

  async #end(host: string, turn: string, notBefore: number): Promise<void> {
    remember(this.#notBefore, host, notBefore)
    await conditional(
      `end a turn at ${host}`,
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { host },
          UpdateExpression: 'SET notBefore = :notBefore REMOVE turn, turnEnds',
          ConditionExpression: 'turn = :turn',
          ExpressionAttributeValues: { ':turn': turn, ':notBefore': notBefore },
        }),
      ),
    )
  }

  async #row(host: string): Promise<HostRow | null> {
    const get = new GetCommand({ TableName: this.#table, Key: { host }, ConsistentRead: true })
    const { Item } = await request(`read host ${host}`, this.#client.send(get))
    return Item === undefined ? null : readRow(hostRows, Item)
  }

  async #update(host: string, expression: string, values?: Record<string, unknown>): Promise<void> {
    const update = new UpdateCommand({
      TableName: this.#table,
      Key: { host },
      UpdateExpression: expression,
      ...(values && { ExpressionAttributeValues: values }),
    })
    await request(`record host ${host}`, this.#client.send(update))
  }
}

function remember<T>(map: Map<string, T>, host: string, value: T): void {
  map.delete(host)
  map.set(host, value)
  if (map.size > MOST_REMEMBERED) map.delete(map.keys().next().value!)
}

function expiry(): number {
  return Math.floor(Date.now() / 1000) + FORGET_AFTER_SECONDS
}
