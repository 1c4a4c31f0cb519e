import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { hrefOf, type PageState } from './url.ts'
import type { Both, Language } from './vocabulary.ts'
import { WORDS } from './words.ts'

/** What the one who serves the page allows. */
export interface Settings {
  /** Whether files may be sent. */
  readonly uploads: boolean
  /** Address to report a wrong figure to, with `{figure}` for its ID; null if none is configured. */
  readonly corrections: string | null
}

interface Shown {
  readonly state: PageState
  readonly language: Language
  readonly settings: Settings
}

export const ShownContext = createContext<Shown | null>(null)

/** What is shown, and how to say and link it. */
export function usePage() {
  const { state, language, settings } = useContext(ShownContext)!
  const { lang } = state
  return {
    state,
    language,
    settings,
    words: WORDS[language],
    /** Of two languages the one that is shown. */
    say: (both: Both) => both[language],
    /** Another view in the same language. */
    link: (asked: Partial<PageState>) => hrefOf({ ...asked, ...(lang !== undefined && { lang }) }),
    /** The same view with something changed. */
    change: (changes: Parameters<typeof hrefOf>[1]) => hrefOf(state, changes),
  }
}
