import { StoreError } from './errors.ts'

/** Waits for a request and gives its error, should there be one, the name of what was asked. */
export async function request<T>(operation: string, sent: Promise<T>): Promise<T> {
  try {
    return await sent
  } catch (cause) {
    throw new StoreError(operation, cause)
  }
}

/** As `request`, for a conditional write: null where the condition did not hold. */
export async function conditional<T>(operation: string, sent: Promise<T>): Promise<T | null> {
  try {
    return await sent
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'ConditionalCheckFailedException') return null
    throw new StoreError(operation, cause)
  }
}
