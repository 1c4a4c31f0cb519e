import { StoreError } from './errors.ts'

/**
 * Waits for a request. An error says what was asked.
 * @throws {StoreError}
 */
export async function request<T>(operation: string, sent: Promise<T>): Promise<T> {
  try {
    return await sent
  } catch (cause) {
    throw new StoreError(operation, cause)
  }
}

/**
 * As `request`, for a conditional write: null if the condition did not hold.
 * @throws {StoreError}
 */
export async function conditional<T>(operation: string, sent: Promise<T>): Promise<T | null> {
  try {
    return await sent
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'ConditionalCheckFailedException') return null
    throw new StoreError(operation, cause)
  }
}
