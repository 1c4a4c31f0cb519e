import type { Dispatches, WalkRequests } from '../../../shared/crawl/ports.ts'
import type { WalkRequest } from '../../../shared/crawl/walk-request.ts'

/** SQS drops what comes again within five minutes. */
const DEDUPLICATION_MS = 5 * 60_000

interface Message {
  readonly walk: WalkRequest
  readonly sentAt: number
}

/** The queue of walks, as SQS keeps it: FIFO by portal, at most one walk of a portal and `width` of all at a time. */
export class SimulatedWalks implements WalkRequests {
  readonly #width: number
  readonly #durationOf: (portalId: string) => number
  readonly #now: () => number
  readonly #waiting: Message[] = []
  readonly #walking = new Map<
    string,
    { readonly message: Message; readonly startedAt: number; readonly endsAt: number }
  >()
  readonly #seen = new Map<string, number>()
  /** When the last walk of each portal began that ended, as the ledger has it. */
  readonly walkedAt = new Map<string, string>()
  /** Every walk that was done, with how long it waited. */
  readonly walks: { readonly portalId: string; readonly startedAt: number; readonly waited: number }[] = []
  /** What was sent a second time. */
  repeated = 0
  mostWaiting = 0
  mostAtOnce = 0

  constructor(width: number, durationOf: (portalId: string) => number, now: () => number) {
    this.#width = width
    this.#durationOf = durationOf
    this.#now = now
  }

  get isIdle(): boolean {
    return this.#waiting.length + this.#walking.size === 0
  }

  async send(walk: WalkRequest): Promise<void> {
    const key = `${walk.portal.id} ${walk.dueAt}`
    const before = this.#seen.get(key)
    if (before !== undefined) this.repeated += 1
    if (before !== undefined && this.#now() - before < DEDUPLICATION_MS) return
    this.#seen.set(key, this.#now())
    this.#waiting.push({ walk, sentAt: this.#now() })
    this.mostWaiting = Math.max(this.mostWaiting, this.#waiting.length)
  }

  /** Ends the walks that are over, and begins others in their places. */
  work(): void {
    for (const [portalId, { startedAt, endsAt }] of this.#walking)
      if (endsAt <= this.#now()) {
        this.#walking.delete(portalId)
        this.walkedAt.set(portalId, new Date(startedAt).toISOString())
      }
    for (let at = 0; at < this.#waiting.length && this.#walking.size < this.#width; ) {
      const message = this.#waiting[at]!
      const { portal, dueAt } = message.walk
      if (this.#walking.has(portal.id)) {
        at += 1
        continue
      }
      this.#waiting.splice(at, 1)
      // As crawl-portal does.
      if ((this.walkedAt.get(portal.id) ?? '') >= dueAt) continue
      const startedAt = this.#now()
      this.walks.push({ portalId: portal.id, startedAt, waited: startedAt - Date.parse(dueAt) })
      this.#walking.set(portal.id, { message, startedAt, endsAt: startedAt + this.#durationOf(portal.id) })
    }
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#walking.size)
  }
}

/** Dispatches in memory, with the condition of the table. */
export class MemoryDispatches implements Dispatches {
  readonly #sent = new Map<string, string>()
  readonly #walkedAt: ReadonlyMap<string, string>

  constructor(walkedAt: ReadonlyMap<string, string> = new Map()) {
    this.#walkedAt = walkedAt
  }

  async lastSent(): Promise<Map<string, string>> {
    return new Map(this.#sent)
  }

  async lastWalked(portalIds: readonly string[]): Promise<Map<string, string>> {
    return new Map([...this.#walkedAt].filter(([id]) => portalIds.includes(id)))
  }

  async recordSent({ portalId, dueAt }: { readonly portalId: string; readonly dueAt: string }): Promise<void> {
    if (dueAt > (this.#sent.get(portalId) ?? '')) this.#sent.set(portalId, dueAt)
  }
}
