import { InvalidArgumentError } from 'commander'

/** Values of options, as commander takes them. */

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}

export function portNumber(text: string): number {
  const port = wholeNumber(text)
  if (port > 65_535) throw new InvalidArgumentError('Ports end at 65535.')
  return port
}

/** A day, or a time of it: `2026-11-20`, `2026-11-20T08:30`. */
export function isoDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('It must be a day, written 2026-11-20.')
  return text
}

export const STACK = ['--stack <name>', 'use the deployment of this stack in AWS instead of the local engine'] as const
export const REGION = [
  '--region <place>',
  'name of a province, city or county, or the first digits of its code: 44, 4401',
] as const

export const JSON_LINES = '--json'

/** @throws {InvalidArgumentError} */
export function plainNumber(text: string): number {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw new InvalidArgumentError('Not a number.')
  return Number(text)
}
