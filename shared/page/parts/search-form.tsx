import { usePage } from '../context.ts'
import { HiddenLanguage } from './form.tsx'

export function SearchForm({ isLarge = false }: { readonly isLarge?: boolean }) {
  const { state, words } = usePage()
  const id = isLarge ? 'search-large' : 'search'
  return (
    <search>
      <form class={isLarge ? 'search large' : 'search'}>
        <label for={id}>{words.searchLabel}</label>
        <input
          id={id}
          type="search"
          name="q"
          value={state.q ?? ''}
          placeholder={isLarge ? '' : words.searchLabel}
          required
        />
        <HiddenLanguage />
        <button type="submit">{words.search}</button>
      </form>
    </search>
  )
}
