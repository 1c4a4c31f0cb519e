import type { SQSRecord } from 'aws-lambda'

export interface QueueSettings {
  readonly name: string
  readonly visibilitySeconds: number
  /** What was received so often without success becomes a dead letter. A dead-letter queue has none itself. */
  readonly redrive: { readonly maxReceives: number; readonly deadLetters: SimulatedQueue } | null
}

interface Message {
  readonly id: string
  readonly body: string
  visibleAt: number
  receives: number
  receipt: string | null
}

/** A queue as SQS is: a message that nobody deletes comes again, in any order, until it is a dead letter. */
export class SimulatedQueue {
  readonly settings: QueueSettings
  readonly #messages = new Map<string, Message>()
  #made = 0

  constructor(settings: QueueSettings) {
    this.settings = settings
  }

  get url(): string {
    return `https://queues.example/${this.settings.name}`
  }

  get size(): number {
    return this.#messages.size
  }

  send(body: string, visibleAt: number): void {
    this.#made += 1
    const id = `${this.settings.name}-${this.#made}`
    this.#messages.set(id, { id, body, visibleAt, receives: 0, receipt: null })
  }

  /** Messages that can be received. Those that were received too often become dead letters. */
  visible(now: number): string[] {
    const ids: string[] = []
    for (const message of this.#messages.values()) {
      if (message.visibleAt > now) continue
      const { redrive } = this.settings
      if (redrive !== null && message.receives >= redrive.maxReceives) {
        this.#messages.delete(message.id)
        redrive.deadLetters.send(message.body, now)
      } else ids.push(message.id)
    }
    return ids
  }

  /** When the next message can be received; null if there is none. */
  nextAt(): number | null {
    let next: number | null = null
    for (const { visibleAt } of this.#messages.values()) if (next === null || visibleAt < next) next = visibleAt
    return next
  }

  counts(now: number): { waiting: number; inFlight: number } {
    const inFlight = [...this.#messages.values()].filter(
      ({ visibleAt, receipt }) => visibleAt > now && receipt !== null,
    )
    return { waiting: this.#messages.size - inFlight.length, inFlight: inFlight.length }
  }

  receive(id: string, now: number, visibilitySeconds = this.settings.visibilitySeconds): SQSRecord {
    const message = this.#messages.get(id)!
    message.receives += 1
    message.receipt = `${id}/${message.receives}`
    message.visibleAt = now + visibilitySeconds * 1000
    return {
      messageId: id,
      receiptHandle: message.receipt,
      body: message.body,
      attributes: { ApproximateReceiveCount: String(message.receives) },
      eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${this.settings.name}`,
    } as SQSRecord
  }

  /** By the receipt of an older receive nothing is deleted. */
  delete(receipt: string): void {
    const message = this.#messages.get(idOf(receipt))
    if (message?.receipt === receipt) this.#messages.delete(message.id)
  }

  changeVisibility(receipt: string, visibleAt: number): void {
    const message = this.#messages.get(idOf(receipt))
    if (message?.receipt === receipt) message.visibleAt = visibleAt
  }
}

const idOf = (receipt: string) => receipt.slice(0, receipt.lastIndexOf('/'))
