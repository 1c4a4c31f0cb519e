import { VERSIONS } from '../readers/versions.ts'

/** What an export is called, and who is to be named. */
export const TITLE = 'Fazhi: annual rule-of-law reports of Chinese governments as data'
export const AUTHOR = 'Fazhi'
export const LICENSE_ID = 'CC-BY-4.0'
export const LICENSE_TITLE = 'Creative Commons Attribution 4.0 International'
export const LICENSE_URL = 'https://creativecommons.org/licenses/by/4.0/'

/** Names what made the data, and when. */
export function versionOf(day: string): string {
  return `${day.replaceAll('-', '.')}-parser${VERSIONS.parserVersion}`
}
