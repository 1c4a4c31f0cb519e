import { useEffect, useRef } from 'preact/hooks'
import { type Settings, ShownContext } from './context.ts'
import { Footer } from './parts/footer.tsx'
import { Header } from './parts/header.tsx'
import { Uploads } from './parts/upload.tsx'
import type { PageState } from './url.ts'
import { useAddress } from './use-address.ts'
import { CompareView } from './views/compare.tsx'
import { CoverageView } from './views/coverage.tsx'
import { DocumentsView } from './views/documents.tsx'
import { HomeView } from './views/home.tsx'
import { PublisherView } from './views/publisher.tsx'
import { RefusedView } from './views/refused.tsx'
import { ReportView } from './views/report.tsx'
import { LANGUAGES, type Language } from './vocabulary.ts'
import { WORDS } from './words.ts'

export function App({ settings }: { readonly settings: Settings }) {
  const state = useAddress()
  const language = languageOf(state)
  const main = useRef<HTMLElement>(null)
  useViewChange(state, main)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
  }, [language])
  return (
    <ShownContext.Provider value={{ state, language, settings }}>
      <a class="skip" href="#main">
        {WORDS[language].skip}
      </a>
      <Header />
      <main id="main" ref={main} tabIndex={-1}>
        <View state={state} />
      </main>
      <Footer />
      {settings.uploads && <Uploads />}
    </ShownContext.Provider>
  )
}

function View({ state }: { readonly state: PageState }) {
  const { view, id } = state
  if (view === 'report' && id !== undefined) return <ReportView id={id} />
  if (view === 'publisher' && id !== undefined) return <PublisherView id={id} />
  if (view === 'documents') return <DocumentsView />
  if (view === 'compare') return <CompareView />
  if (view === 'coverage') return <CoverageView />
  if (view === 'refused') return <RefusedView />
  return <HomeView />
}

/** What the address says, else what the browser prefers. */
function languageOf({ lang }: PageState): Language {
  const preferred = navigator.language.startsWith('zh') ? 'zh' : 'en'
  return LANGUAGES.find((language) => language === lang) ?? preferred
}

/** Another view begins at its top, and who listens to the page hears of it. A figure beside the same view changes neither. */
function useViewChange({ view, id, q }: PageState, main: { readonly current: HTMLElement | null }): void {
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current) {
      scrollTo(0, 0)
      main.current?.focus({ preventScroll: true })
    }
    isFirst.current = false
  }, [view, id, q])
}
