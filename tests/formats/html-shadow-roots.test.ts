import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { PAGE_TITLE, PARAGRAPHS, paragraphs, portal } from './page.ts'

const PLAIN = [PAGE_TITLE, ...PARAGRAPHS].join('\n')
const read = async (article: string, head = '') => (await readDocument(portal(article, { head }))).text

const [first = '', ...others] = PARAGRAPHS
const marked = (words: readonly string[]) => words.map((text) => `<p>${text}</p>`).join('')
const hosted = (shadow: string, children = '', { host = 'doc-body', mode = 'open' } = {}) =>
  `<${host}><template shadowrootmode="${mode}">${shadow}</template>${children}</${host}>`
const OLD = '<p>旧版：立案937件。</p>'

describe('of an element with a shadow root that shows', () => {
  it.each([
    ['its own content, not the children of the host', hosted(marked(PARAGRAPHS), OLD)],
    ['a root that scripts cannot reach', hosted(marked(PARAGRAPHS), OLD, { mode: 'closed' })],
    ['a root of a plain element', hosted(marked(PARAGRAPHS), OLD, { host: 'section' })],
    ['children in the slot without name', hosted('<div><slot></slot></div>', marked(PARAGRAPHS))],
    [
      'children in slots with names, in the order of the slots',
      hosted(
        '<slot name="head"></slot><article><slot name="text"></slot></article>',
        `<div slot="text">${marked(others)}</div>${OLD}<p slot="head">${first}</p>`,
      ),
    ],
    ['what stands in a slot that nothing fills', hosted(`<slot name="lead"><p>${first}</p></slot>${marked(others)}`)],
    [
      'a root in a root, which hands its slot on',
      hosted(
        hosted('<main><slot name="a"></slot></main>', `<slot name="b" slot="a"></slot>${OLD}`, { host: 'in-ner' }),
        `<div slot="b">${marked(PARAGRAPHS)}</div>`,
      ),
    ],
    ['the first slot of a name only', hosted('<slot></slot><slot></slot>', marked(PARAGRAPHS))],
    ['the first root only', hosted(marked(PARAGRAPHS), `<template shadowrootmode="open">${OLD}</template>`)],
    ['no templates of scripts in it', hosted(`${marked(PARAGRAPHS)}<template>${OLD}</template>`)],
    [
      'what its sheets leave, which hide nothing outside',
      `<p class="n">${first}</p>${hosted(`<style>.n, :host > h2 { display: none }</style><h2>立案937件</h2><b class="n">937</b>${marked(others)}`)}`,
    ],
  ])('%s is read', async (_, article) => {
    expect(await read(article)).toBe(PLAIN)
  })
})

describe('a template is no shadow root', () => {
  it.each([
    ['without a mode', '<doc-body><template>', '</template>'],
    ['with a mode that is none', '<doc-body><template shadowrootmode="shut">', '</template>'],
    ['in an element that has none', '<ul><template shadowrootmode="open">', '</template>'],
  ])('%s', async (_, start, end) => {
    expect(await read(`${paragraphs()}${start}${OLD}${end}`)).toBe(PLAIN)
  })
})

it('slots that lay children deeper and deeper are refused', async () => {
  const shadow = `${'<i>'.repeat(200)}<slot></slot>`
  const nested = Array.from({ length: 8 }, () => `<x-a><template shadowrootmode="open">${shadow}</template>`).join('')
  await expect(read(nested)).rejects.toMatchObject({ reason: 'too_complex' })
})
