/** Hears of a piece of work that failed, and what it was about. */
export type OnFault = (error: unknown, about: object) => void

/** Does one piece of work of many. If it fails, the others go on: one bad row must not keep the rest from being found. */
export async function despiteFaults<T>(work: () => Promise<T>, about: object, onFault: OnFault): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    onFault(error, about)
    return null
  }
}
