import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listFiles } from '../../infra/cli/files.ts'
import { readResults } from '../../infra/cli/results.ts'
import { uploadFiles } from '../../infra/cli/upload.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { startPipeline } from './running-pipeline.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['samples/reports', '../shared/reports'].map((folder) => join(ROOT, folder))

for (const folder of FOLDERS)
  if (!existsSync(folder)) console.warn(`real-files.test.ts: ${folder} is skipped, because it is not there.`)

describe.each(FOLDERS.filter((folder) => existsSync(folder)))('the files of %s', (folder) => {
  it('end as the parser reads them, with as many rows, each where its words are', async () => {
    const pipeline = await startPipeline()
    const { deployment } = pipeline
    const files = (await listFiles([folder])).filter((file) => /\.(txt|html)$/.test(file))
    const uploaded = await uploadFiles(files, deployment)
    await pipeline.settle()

    for (const { file, documentId, status, indicators } of await readResults(uploaded, deployment)) {
      const parsed = await parseDocument(await readFile(file))
      expect({ status, indicators }, file).toEqual({
        status: parsed.report.kind === 'other' ? 'REJECTED' : 'COMPLETE',
        indicators: parsed.indicators.length,
      })
      const document = (await deployment.results.document(documentId))!
      if (!('textKey' in document)) continue
      const text = await deployment.bucket.readText(document.textKey)
      for (const { start, end, raw } of await deployment.results.indicatorsOf(document))
        expect(text.slice(start, end)).toBe(raw)
    }
    expect(files.length).toBeGreaterThan(2)
  })
})
