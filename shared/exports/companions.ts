import { VERSIONS } from '../readers/versions.ts'
import type { ExportedFile } from './datapackage.ts'

/** What an export is called, and who is to be named. */
export const TITLE = 'Fazhi: annual rule-of-law reports of Chinese governments as data'
const AUTHOR = 'Fazhi'
export const LICENSE_ID = 'CC-BY-4.0'
export const LICENSE_TITLE = 'Creative Commons Attribution 4.0 International'
export const LICENSE_URL = 'https://creativecommons.org/licenses/by/4.0/'

/** The terms, as a file beside the data. */
export const LICENSE_TEXT = `These data are licensed under ${LICENSE_TITLE} (CC BY 4.0).

Terms: ${LICENSE_URL}legalcode
SPDX-License-Identifier: ${LICENSE_ID}

You may copy, change and redistribute them for any purpose if you name ${AUTHOR} as the source, link to the terms and
say what you changed. The figures are read by a program out of reports that governments published; each row names the
body that reported and, where it is known, the address of its report. Name that body as well when you use its figures.

The data come without warranty. Each figure has the sentence that states it: read it before you rely on the figure.
`

/** How to cite the export (Citation File Format 1.2.0). @param day ISO date of the export */
export function citationFile(day: string): string {
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

/** Names what made the data, and when. */
export function versionOf(day: string): string {
  return `${day.replaceAll('-', '.')}-parser${VERSIONS.parserVersion}`
}

/** Sums of the files as `sha256sum -c` reads them. */
export function sums(files: readonly Pick<ExportedFile, 'path' | 'sha256'>[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
}
