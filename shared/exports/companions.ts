import { createHash } from 'node:crypto'
import { dataPackage, type ExportedTable } from './datapackage.ts'
import { AUTHOR, LICENSE_ID, LICENSE_TITLE, LICENSE_URL, TITLE, versionOf } from './terms.ts'

/**
 * What lies beside the data, by its name, in the order in which it is written: sums come last.
 * @param day ISO date of the export
 */
export function companionFiles(tables: readonly ExportedTable[], day: string): Readonly<Record<string, string>> {
  const described = {
    'datapackage.json': `${JSON.stringify(dataPackage(tables, day), null, 2)}\n`,
    LICENSE: LICENSE_TEXT,
    'CITATION.cff': citationFile(day),
  }
  const files = tables.flatMap((table) => table.files)
  const texts = Object.entries(described).map(([path, text]) => ({ path, sha256: sha256Of(text) }))
  return { ...described, SHA256SUMS: [...files, ...texts].map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('') }
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const LICENSE_TEXT = `These data are licensed under ${LICENSE_TITLE} (CC BY 4.0).

Terms: ${LICENSE_URL}legalcode
SPDX-License-Identifier: ${LICENSE_ID}

You may copy, change and redistribute them for any purpose if you name ${AUTHOR} as the source, link to the terms and
say what you changed. The figures are read by a program out of reports that governments published; each row names the
body that reported and, where it is known, the address of its report. Name that body as well when you use its figures.

The data come without warranty. Each figure has the sentence that states it: read it before you rely on the figure.
`

/** How to cite the export (Citation File Format 1.2.0). */
function citationFile(day: string): string {
  return `cff-version: 1.2.0
message: Please cite these data as below, and name the bodies whose reports you use.
type: dataset
title: "${TITLE}"
authors:
  - name: ${AUTHOR}
version: ${versionOf(day)}
date-released: ${day}
license: ${LICENSE_ID}
`
}
