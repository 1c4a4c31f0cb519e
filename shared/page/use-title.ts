import { useEffect } from 'preact/hooks'
import { usePage } from './context.ts'

/** Says in the window's title what is shown. */
export function useTitle(shown: string | null): void {
  const { words } = usePage()
  useEffect(() => {
    document.title = shown === null ? words.name : `${shown} – ${words.name}`
  }, [shown, words])
}
