import type { Figure } from '../../readers/figure.ts'
import { usePage } from '../context.ts'
import { statedValue } from '../numbers.ts'
import { CopyButton } from './copy-button.tsx'

/** What persons say that a figure should be, beside it. */
export function Corrections({ corrections }: Pick<Figure, 'corrections'>) {
  const { words, language } = usePage()
  return (
    <>
      {corrections.map(({ value, unit, by, notedAt, reason }) => (
        <p class="flag">
          <strong>{words.shouldBe(statedValue({ value, unit, bound: null }, language))}</strong> {reason} ({by},{' '}
          <time>{notedAt.slice(0, 10)}</time>)
        </p>
      ))}
    </>
  )
}

/** Where to say that a figure is wrong: at the address that is configured, else by the command that notes it. */
export function ThisIsWrong({ figure }: { readonly figure: Pick<Figure, 'documentId' | 'ordinal'> }) {
  const { words, settings } = usePage()
  const id = `${figure.documentId}:${figure.ordinal}`
  if (settings.corrections !== null)
    return <a href={settings.corrections.replaceAll('{figure}', encodeURIComponent(id))}>{words.wrong}</a>
  const command = `npx fazhi correct ${figure.documentId} ${figure.ordinal} --value VALUE --by NAME --reason SENTENCE`
  return (
    <details>
      <summary>{words.wrong}</summary>
      {words.wrongHow} <CopyButton text={command} />
      <br />
      <code>{command}</code>
    </details>
  )
}
