#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { parseDocument } from '../../shared/report/parse-document.ts'

for (const path of process.argv.slice(3)) {
  console.log(JSON.stringify({ source: path, ...(await parseDocument(await readFile(path))) }))
}
