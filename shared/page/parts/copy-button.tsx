import { useState } from 'preact/hooks'
import { usePage } from '../context.ts'

/** Copies words, and says so in its place. */
export function CopyButton({ text }: { readonly text: string }) {
  const { words } = usePage()
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }
  return (
    <button type="button" class="copy" onClick={copy} aria-live="polite">
      {copied === text ? words.copied : words.copy}
    </button>
  )
}
