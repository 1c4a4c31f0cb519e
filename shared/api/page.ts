import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { MAX_FILE_BYTES } from '../formats/limits.ts'
import { PAGE_PATH, UPLOAD_PATH } from './page-paths.ts'
import { ProblemError, wrongParameters } from './problem.ts'

export interface PageFile {
  readonly text: string
  /** Media type. */
  readonly type: string
}

/** What the page is made of, and what it may do where it is served. */
export interface PageDeps {
  /** By name. */
  readonly files: ReadonlyMap<string, PageFile>
  /** Takes a file that a reader drops on the page; null where files are not taken. */
  readonly receive: ((name: string, bytes: Uint8Array) => Promise<void>) | null
  /** Address to report a wrong figure to, with `{figure}` for its ID; null if there is none. */
  readonly corrections: string | null
}

/** The page asks its own server and nobody else, and runs no program but its own. */
const SECURITY = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  // Served on loopback, without TLS.
  strictTransportSecurity: false,
})

/** Has an app of `makeApi` serve the page too, beside the API that it reads. */
export function addPage(api: Hono, { files, receive, corrections }: PageDeps): void {
  api.use(`${PAGE_PATH}/*`, SECURITY, compress())
  const html = pageOf({ uploads: receive !== null, corrections })
  api.get(PAGE_PATH, (context) => context.html(html, 200, { 'Cache-Control': 'no-cache' }))
  for (const [name, { text, type }] of files)
    api.get(`${PAGE_PATH}/${name}`, (context) =>
      context.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }),
    )
  if (receive !== null) addUploads(api, receive)
}

/**
 * Takes files from the page and from nowhere else: browsers say where a request comes from, and a name that some site has made
 * point to this machine is none of this machine's.
 */
function addUploads(api: Hono, receive: NonNullable<PageDeps['receive']>): void {
  const isTooLarge = () => {
    throw new ProblemError({
      type: 'about:blank',
      title: 'Content Too Large',
      status: 413,
      detail: `The file has more than ${MAX_FILE_BYTES} bytes.`,
    })
  }
  api.post(UPLOAD_PATH, bodyLimit({ maxSize: MAX_FILE_BYTES, onError: isTooLarge }), async (context) => {
    const { hostname } = new URL(context.req.url)
    if (context.req.header('Sec-Fetch-Site') !== 'same-origin' || !LOOPBACK.has(hostname))
      throw new ProblemError({
        type: 'about:blank',
        title: 'Forbidden',
        status: 403,
        detail: 'Files are taken from the page only.',
      })
    const name = context.req.query('name') ?? ''
    if (name === '') throw wrongParameters([{ name: 'name', reason: 'The file needs a name.', nearest: [] }])
    await receive(name, new Uint8Array(await context.req.arrayBuffer()))
    return context.body(null, 202)
  })
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost'])

/** The page itself. @param settings what its program reads */
export function pageOf(settings: object): string {
  const content = JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="fazhi" content="${content}">
<title>Fazhi</title>
<link rel="icon" href="${PAGE_PATH}/icon.svg">
<link rel="stylesheet" href="${PAGE_PATH}/style.css">
<script type="module" src="${PAGE_PATH}/page.js"></script>
</head>
<body><div id="page"></div><noscript>This page needs JavaScript. The same can be read at /api/v1.</noscript></body>
</html>
`
}
