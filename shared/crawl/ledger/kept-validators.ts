import * as v from 'valibot'
import { described, type EntriesOf } from '../../report/attributes.ts'
import type { Resource, Validators } from '../validators.ts'

/** What a server said of a file, to be asked for it with the next time. */
export const validators = v.object({
  etag: described(v.nullable(v.string()), "The server's `ETag`."),
  lastModified: described(v.nullable(v.string()), "The server's `Last-Modified`."),
  answeredAt: described(v.nullable(v.string()), "The server's `Date`."),
} satisfies EntriesOf<Validators>)

/** A file with what its server said of it. */
export const resource = v.object({
  url: described(v.string(), 'Address of the file.'),
  validators: described(validators, 'What to ask for it with the next time.'),
} satisfies EntriesOf<Resource>)
