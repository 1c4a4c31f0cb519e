import { usePage } from '../context.ts'
import { CopyButton } from './copy-button.tsx'

/** Ways to cite what is shown, each with its name, to be copied. */
export function Citing({ ways }: { readonly ways: readonly (readonly [name: string, text: string])[] }) {
  const { words } = usePage()
  return (
    <details class="citing">
      <summary>{words.cite}</summary>
      <dl>
        {ways.map(([name, text]) => (
          <>
            <dt>
              {name} <CopyButton text={text} />
            </dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}
