import type { ComponentChildren } from 'preact'

interface Props {
  readonly label: string
  readonly children: ComponentChildren
}

/** What may be wider than the screen: it scrolls by itself, by keyboard too, and the page does not. */
export function Scrolling({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll what has the focus
    <section class="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
