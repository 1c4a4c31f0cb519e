import { UNKNOWN } from '../unknown.ts'

/** Scripts of a page may hand over anything. */
export type Callback = (this: unknown, ...args: unknown[]) => unknown
export type Settings = Readonly<Record<string, unknown>>

export function isCallback(value: unknown): value is Callback {
  return typeof value === 'function'
}

export function isObject(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null
}

/** Texts and numbers are what addresses and markup are made of. */
export function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

/** Whatever stands for the unknown can be called. */
export function isUnknown(value: unknown): boolean {
  return isCallback(value) && text(value) === UNKNOWN
}

/** As scripts write a value: what is not there is empty. */
export function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}

/** A callback that fails is like one of a browser that fails: what follows runs all the same. */
export function attempt(fn: Callback, self: unknown, ...args: unknown[]): unknown {
  try {
    return fn.apply(self, args)
  } catch {
    return undefined
  }
}
