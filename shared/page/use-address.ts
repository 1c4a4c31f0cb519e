import { useEffect, useState } from 'preact/hooks'
import { PAGE_PATH } from '../api/page-paths.ts'
import { hrefOf, type PageState, stateOf } from './url.ts'

/**
 * The state that the address says. Links and forms of the page change the address without loading it anew; what the browser does
 * with them otherwise (another tab, going back) stays as it is.
 */
export function useAddress(): PageState {
  const [search, setSearch] = useState(location.search)
  useEffect(() => {
    const go = (href: string) => {
      history.pushState(null, '', href)
      setSearch(location.search)
    }
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link === null || !isPlain(event) || !isOfPage(link)) return
      event.preventDefault()
      go(link.href)
    }
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement
      event.preventDefault()
      const data = [...new FormData(form, event.submitter)].map(([name, value]) => [name, String(value)])
      go(hrefOf(stateOf(new URLSearchParams(data).toString())))
    }
    const onMove = () => setSearch(location.search)
    addEventListener('click', onClick)
    addEventListener('submit', onSubmit)
    addEventListener('popstate', onMove)
    return () => {
      removeEventListener('click', onClick)
      removeEventListener('submit', onSubmit)
      removeEventListener('popstate', onMove)
    }
  }, [])
  return stateOf(search)
}

function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey
}

/** Whether a link leads to another view; to a heading in this one the browser goes by itself. */
function isOfPage({ origin, pathname, hash, target }: HTMLAnchorElement): boolean {
  return origin === location.origin && pathname === PAGE_PATH && hash === '' && target === ''
}
