import { collapse } from '../pages/markup.ts'

/** A record of a list has a title, an address and a date, and is not long. */
const OBJECT = /\{([^{}]{10,2000})\}/g
const PAIR =
  /["']?([A-Za-z_]\w{0,30})["']?\s{0,5}:\s{0,5}(?:"((?:[^"\\\n]|\\.){0,500})"|'((?:[^'\\\n]|\\.){0,500})'|([0-9]{1,14}))/g
/** `['title','address','2023-01-01']`. */
const TUPLE = /\[\s{0,5}((?:["'][^"'\n]{1,300}["']\s{0,5},\s{0,5}){1,6}["'][^"'\n]{1,300}["'])\s{0,5}\]/g
const MAX_SCRIPTS = 400_000

/** Records in the scripts of a page, as objects: `var list = [{title:'…',url:'…'}]`, or lists of strings. */
export function recordsInScripts(scripts: string): Record<string, string>[] {
  const text = scripts.slice(0, MAX_SCRIPTS)
  const objects = [...text.matchAll(OBJECT)].map(([, inside]) =>
    Object.fromEntries(
      [...inside!.matchAll(PAIR)].map(([, name, double, single, number]) => [
        name!,
        collapse(unescaped(double ?? single ?? number ?? '')),
      ]),
    ),
  )
  const tuples = [...text.matchAll(TUPLE)].flatMap(([, inside]) => {
    const parts = inside!
      .split(/["']\s{0,5},\s{0,5}["']/)
      .map((part) => collapse(part.replace(/^\s*["']|["']\s*$/g, '')))
    const url = parts.find((part) => /^(?:https?:\/\/|\.{0,2}\/)|\.s?html?$/i.test(part))
    const title = parts.filter((part) => part !== url).sort((a, b) => b.length - a.length)[0]
    const date = parts.find((part) => /^20[0-9]{2}[-/.年]/.test(part))
    return url === undefined || title === undefined ? [] : [{ url, title, date: date ?? '' }]
  })
  return [...objects, ...tuples]
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(.)/g, '$1')
}
