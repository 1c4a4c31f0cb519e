import { usePage } from '../context.ts'
import { SearchForm } from './search-form.tsx'

const VIEWS = ['documents', 'compare', 'coverage', 'refused'] as const

export function Header() {
  const { state, words, language, link, change } = usePage()
  const other = language === 'zh' ? 'en' : 'zh'
  const isHome = state.view === undefined && state.q === undefined
  return (
    <header class="top">
      <div class="masthead">
        <a class="logo" href={link({})}>
          {words.name}
        </a>
        <nav aria-label={words.name}>
          {VIEWS.map((view) => (
            <a href={link({ view })} aria-current={state.view === view ? 'page' : undefined}>
              {words[view]}
            </a>
          ))}
        </nav>
        {!isHome && <SearchForm />}
        <a class="language" href={change({ lang: other })} lang={other === 'zh' ? 'zh-Hans' : 'en'}>
          {words.language}
        </a>
      </div>
    </header>
  )
}
