/** The bucket's folders. Only objects under `incoming/` start any work, so nothing the pipeline writes can start it anew. */
export const INCOMING_PREFIX = 'incoming/'
/** What the crawl found, by portal. */
export const CRAWLED_PREFIX = `${INCOMING_PREFIX}crawl/`
/** What came out of an uploaded archive, by the archive's document. */
export const UNPACKED_PREFIX = `${INCOMING_PREFIX}unpacked/`
/** The report by which the pipeline is tried every day. */
export const CANARY_KEY = `${INCOMING_PREFIX}canary/report.txt`
export const TEXT_PREFIX = 'text/'
export const QUARANTINE_PREFIX = 'quarantine/'
/** Whole tables as files, for readers. */
export const EXPORTS_PREFIX = 'exports/'
/** What exports there are. */
export const EXPORT_MANIFEST_KEY = `${EXPORTS_PREFIX}manifest.json`

/** The portals that are crawled, as they were deployed last. */
export const PORTALS_KEY = 'portals/portals.json'
/** The last such file that could be read. */
export const LAST_GOOD_PORTALS_KEY = 'portals/last-good.json'

/** How far the reconciler has walked through `incoming/`. */
export const RECONCILE_CURSOR_KEY = 'reconcile/cursor'

/** A text belongs to its run: offsets of one run never meet the text of another. */
export function textKeyOf(documentId: string, run: number): string {
  return `${TEXT_PREFIX}${documentId}/${run}.txt`
}

/** One copy a document, whatever the names it came under; those are its sightings. */
export function quarantineKeyOf(documentId: string): string {
  return `${QUARANTINE_PREFIX}${documentId}`
}

/** True for the empty objects by which consoles make folders appear; they are no files. */
export function isFolderMarker({ objectKey, size }: { readonly objectKey: string; readonly size: number }): boolean {
  return objectKey.endsWith('/') && size === 0
}

/** An archive that is read again gives its files the same keys. */
export function unpackedKeyOf(archiveId: string, name: string): string {
  return `${UNPACKED_PREFIX}${archiveId}/${name}`
}
