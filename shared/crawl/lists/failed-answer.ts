import type { Markup } from '../pages/markup.ts'
import { saidInstead } from '../pages/soft-status.ts'
import type { Problem } from '../problem.ts'
import { parseJson } from './next-request.ts'
import { namesEmpty } from './says-empty.ts'

/** `success: false`, and codes as HTTP has them for errors, or below zero. Other numbers mean success here and failure there. */
const SUCCESS = /^(?:is_?)?(?:success|succ|ok)$/i
const CODE = /^(?:(?:ret|res|result|err|error|status)_?)?(?:code|status|errno)$/i
const IS_FAILURE = /^(?:[45][0-9]{2}|-[0-9]{1,6})$/

/**
 * What a page without rows says in place of them: that the service behind it failed, or what {@link saidInstead} finds. An end of a
 * list may look the same. Null if it says nothing of the kind, or that it is empty.
 */
export function failedInstead(text: string, markup: Markup): Problem | null {
  const answer = parseJson(text)
  if (answer !== undefined) return failureOf(answer)
  return namesEmpty(markup) ? null : saidInstead(markup)
}

function failureOf(answer: unknown): Problem | null {
  if (typeof answer !== 'object' || answer === null) return null
  const failure = Object.entries(answer).find(
    ([name, value]) =>
      (SUCCESS.test(name) && /^(?:false|0)$/i.test(String(value))) ||
      (CODE.test(name) && IS_FAILURE.test(String(value))),
  )
  if (failure === undefined) return null
  const [name, value] = failure
  return { code: 'http_error', detail: `the service says with status 200 that it failed: ${name} ${value}` }
}
