import { describe, expect, it } from 'vitest'
import { placeOf, scriptParts } from '../../shared/crawl/scripts/page-scripts.ts'
import { runScripts } from '../../shared/crawl/scripts/run-scripts.ts'
import { UNKNOWN } from '../../shared/crawl/scripts/unknown.ts'

async function run(html: string, handlers: string[] = []) {
  const { parts, elements } = scriptParts(html)
  const scripts = parts.flatMap((part) => ('text' in part ? [part.text] : []))
  const ran = await runScripts({ place: placeOf('http://www.portal.example/l/?a=5'), elements, scripts }, 2, handlers)
  return ran ?? { loaded: null, turned: null }
}

const onLoad = async (script: string) => (await run(`<script>${script}</script>`)).loaded

describe('scripts of a page', () => {
  it('have neither the process nor its modules', async () => {
    const script = `var found = Function('return this')(); document.write([String(found.process && found.process.version), String(globalThis.require && globalThis.require('fs'))].join())`
    expect((await onLoad(script))?.written).not.toMatch(/v[0-9]|readFile/)
  })

  it('leave a mark in what is made of the unknown', async () => {
    const loaded = await onLoad(
      '$.get("/a?k=" + key.of(3)); $.ajax({ url: "/b", type: "POST", contentType: "application/json", data: JSON.stringify({ k: key }) })',
    )
    expect(loaded?.requests.map(({ url, post }) => `${url} ${post?.body ?? ''}`)).toEqual([
      `/a?k=${UNKNOWN} `,
      '/b {"k":"\\u0001"}',
    ])
  })

  it.each([
    ['jQuery', '$.ajax({ url: "/q", data: { p: 1, k: ["a"] }, success: f })', '/q?p=1&k%5B%5D=a'],
    ['parameters', '$.ajax({ url: "/q?" + $.param({ p: 1 }) })', '/q?p=1'],
    ['axios, made anew', 'axios.create().get("/q", { params: { p: 1 } })', '/q?p=1'],
    ['fetch', 'fetch("/q?p=1").then(f)', '/q?p=1'],
    ['XMLHttpRequest', 'var x = new XMLHttpRequest(); x.open("GET", "/q?p=1"); x.send()', '/q?p=1'],
    ['axios, in a component', 'new Vue({ created: 1 }); axios.get("/q", { params: { p: 1 } })', '/q?p=1'],
    ['a library of the site', 'Site.ajax({ url: "/q?p=1", success: f })', '/q?p=1'],
    ['what waits', 'window.onload = function(){ setTimeout("$.get(\'/q?p=1\')", 9) }', '/q?p=1'],
  ])('would ask by %s', async (_, script, url) => {
    expect((await onLoad(script))?.requests).toEqual([{ url, post: null }])
  })

  it('send forms as they stand', async () => {
    const html =
      '<form name="f" action="/s"><input name="c" value="7"><input name="p" value="1"><input type="submit" name="go"></form><script>function go(n){ document.f.p.value = n; document.f.submit() }</script>'
    expect((await run(html, ['go(2)'])).turned?.requests).toEqual([{ url: '/s?c=7&p=2', post: null }])
  })

  it('go on after one of them failed, looped or ran out of stack', async () => {
    const bad = ['throw 1', 'while (true) {}', 'function f(){ f() } f()']
    const { loaded } = await run(
      `${bad.map((one) => `<script>${one}</script>`).join('')}<script>document.write('last')</script>`,
    )
    expect(loaded?.written).toBe('last')
  })

  it('are stopped in the middle of a long step, and the next page has a new engine', async () => {
    expect(await onLoad('var all = []; while (true) all.push(new Array(100000).join("x"))')).toBeNull()
    expect((await onLoad('document.write("next")'))?.written).toBe('next')
  })
})
