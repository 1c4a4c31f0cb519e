import { entriesOfCsv, PortalsCsvError } from '../../../shared/crawl/portals-csv.ts'
import { decode } from '../../../shared/formats/decode.ts'
import { UserError } from '../errors.ts'
import { bytesOf } from './portals-file.ts'

/** Prints a portals file made of a CSV of names and home pages. */
export async function importPortals(path: string, { contact }: { readonly contact: string }): Promise<void> {
  const { text } = decode(await bytesOf(path))
  try {
    console.log(JSON.stringify({ contact, portals: entriesOfCsv(text) }, null, 2))
  } catch (error) {
    if (error instanceof PortalsCsvError) throw new UserError(`${path} has mistakes, one a line:\n${error.message}`)
    throw error
  }
}
