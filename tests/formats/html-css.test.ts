import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { PAGE_TITLE, PARAGRAPHS, paragraphs, portal } from './page.ts'

const PLAIN = [PAGE_TITLE, ...PARAGRAPHS].join('\n')

/** The page with an element in the figure of 318次, and a sheet. */
const textWith = async (css: string, markup: string) => {
  const article = paragraphs('318次', (text) => text.replace('318', `3${markup}18`))
  return (await readDocument(portal(article, { head: `<style>${css}</style>` }))).text
}

describe('what a rule of a sheet hides is not read', () => {
  it.each([
    ['by a property of its own', ':root { --off: none } .x { display: var(--off) }'],
    ['by one of the element around', '.con { --ink: transparent } .x { color: var(--ink) }'],
    ['by one that refers to another', 'p { --a: var(--b, 0) } .x { opacity: var(--a) }'],
    ['by what stands for one that is not set', '.x { font-size: var(--none, 0) }'],
    ['among others that are named together', '.con :is(.x, .y) { visibility: hidden }'],
    ['in a list without weight', ':where(.con) .x { display: none } b { display: inline }'],
    ['by what is in it', 'b:has(> i.n) { display: none }'],
    ['by what is not in it', 'b:not(:has(u)) { display: none }'],
    ['by a rule in a rule', '.con { color: #000; & .x { display: none } }'],
    ['by a rule in a rule without a sign', '.con { p { > .x { display: none } } }'],
    ['by a query in a rule', '.x { @media (min-width: 600px) { display: none } }'],
    ['on wide screens', '@media screen and (min-width: 40em) { .x { display: none } }'],
    ['on screens between two widths', '@media (600px <= width < 3000px) { .x { display: none } }'],
    ['on what is not paper', '@media not print { .x { display: none } }'],
    ['on one of two media', '@media print, (orientation: landscape) { .x { display: none } }'],
    ['in a layer', '@layer base { .x { display: none } }'],
    ['in the later layer', '@layer a, b; @layer b { .x { display: none } } @layer a { b.x { display: inline } }'],
    ['in a scope', '@scope (.con) { .x { display: none } }'],
    ['cut to a circle without a size', '.x { clip-path: circle(0) }'],
    ['cut to a point', '.x { clip-path: polygon(0 0, 0 0, 0 0) }'],
    ['cut from one side', '.x { clip-path: inset(0 100% 0 0) }'],
    ['nearly transparent', '.x { opacity: .01 }'],
    ['filtered in part', '.x { filter: blur(0) opacity(1%) }'],
    ['scaled to nothing', '.x { scale: 0 }'],
    ['turned away', '.x { transform: rotateX(90deg) }'],
    ['moved off by a formula', '.x { position: absolute; left: calc(-1 * 9999px) }'],
    ['moved off on all sides', '.x { position: fixed; inset: -9999px auto auto 0 }'],
    ['moved off by a margin', '.x { margin: 0 0 0 -9999px }'],
    ['in a box without height', '.x { display: block; height: 0; overflow: hidden }'],
    ['in lines without height', '.x { display: block; line-height: 0; overflow: clip }'],
    ['indented out of its box', '.x { display: block; text-indent: 100%; white-space: nowrap; overflow: hidden }'],
    ['filled with nothing', '.x { -webkit-text-fill-color: transparent }'],
    ['white by hue', '.x { color: hsl(0 0% 100%) }'],
    ['nearly white by name', '.x { color: whitesmoke }'],
    ['by a place among others', 'p + p:not(.absent) > b:first-of-type { display: none }'],
    ['by a name that is not plain', '.\\78 { display: none }'],
    ['by names in capitals', '.absent P B, .con P > B { display: none }'],
    ['behind the rules of a whole site', `${'.other li a { color: red } '.repeat(2_500)} .x { display: none }`],
    ['behind a text with braces', '.y::before { content: "}" } .x { display: none }'],
  ])('%s', async (_, css) => {
    expect(await textWith(css, '<b class="x"><i class="n"></i>77</b>')).toBe(PLAIN)
  })

  it.each([
    ['a closed popover', '<b popover>77</b>'],
    ['a closed dialog', '<dialog>77</dialog>'],
    ['choices of a field', '<datalist><option>77</option></datalist>'],
    ['what is shown without scripts', '<noscript>77</noscript>'],
    ['found by a search only', '<b hidden="until-found">77</b>'],
  ])('nor is %s', async (_, markup) => {
    expect(await textWith('', markup)).toBe(PLAIN)
  })
})

describe('what no rule hides on the screen is read', () => {
  it.each([
    ['hidden on narrow screens', '@media (max-width: 10px) { .x { display: none } }'],
    ['hidden on paper, by range', '@media print and (width > 1px) { .x { display: none } }'],
    ['hidden if nobody knows when', '@media (unheard-of: yes) { .x { display: none } }'],
    ['hidden in a box of unknown size', '@container (min-width: 1px) { .x { display: none } }'],
    ['shown by a rule in no layer', '.x { display: inline } @layer late { .x { display: none } }'],
    ['shown by a property of its own', '.con { --d: none } p { --d: inline } .x { display: var(--d) }'],
    ['hidden by what stands for nothing', '.x { display: var(--unset) }'],
    ['hidden without scripts only', '</style><noscript><style>.x { display: none }</style></noscript><style>'],
    ['hidden by names that nesting makes too long', `a, b { ${'& & & & { '.repeat(30)} display: none`],
    ['of a shadow alone', '.x { color: transparent; text-shadow: 0 0 0 #000 }'],
    ['hidden in another rule', '.con { & .y { display: none } } .x { color: #000 }'],
  ])('%s', async (_, css) => {
    expect(await textWith(css, '</b><b class="x">').then((text) => text.replace(/\s/g, ''))).toBe(
      PLAIN.replace(/\s/g, ''),
    )
    const page = portal(
      paragraphs('318次', (text) => `<b class="x">${text}</b>`),
      { head: `<style>${css}</style>` },
    )
    expect((await readDocument(page)).text).toBe(PLAIN)
  })

  it.each([
    ['an open dialog', '<dialog open><p>巡查45次。</p></dialog>'],
    ['a popover that a rule shows', '<style>[popover] { display: block }</style><div popover><p>巡查45次。</p></div>'],
  ])('nor %s', async (_, markup) => {
    expect((await readDocument(portal(`${paragraphs()}${markup}`))).text).toBe(`${PLAIN}\n巡查45次。`)
  })
})
