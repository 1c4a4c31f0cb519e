import * as v from 'valibot'
import { described, type EntriesOf, isoDate, listOf } from '../../report/attributes.ts'
import type { ListRequest, Post } from '../fetch/list-request.ts'
import type { DeclaredCount, ListItem, ListReading, UnreadableRow } from '../lists/list-reading.ts'

const listItem = v.object({
  url: described(v.string(), 'Where the row leads.'),
  title: described(v.string(), 'Its title.'),
  publishedOn: described(v.nullable(isoDate), 'The day that it shows.'),
} satisfies EntriesOf<ListItem>)

const unreadableRow = v.object({
  title: described(v.string(), 'Its title.'),
  detail: described(v.string(), 'What stands in place of an address.'),
} satisfies EntriesOf<UnreadableRow>)

const listRequest = v.object({
  url: described(v.string(), 'Its address.'),
  post: described(
    v.nullable(
      v.object({
        type: described(v.string(), 'Its `Content-Type`.'),
        body: described(v.string(), 'The body.'),
      } satisfies EntriesOf<Post>),
    ),
    'What is sent with a POST request; `null` for GET.',
  ),
} satisfies EntriesOf<ListRequest>)

const declaredCount = v.object({
  series: described(v.string(), 'Pages of the same series count together.'),
  items: described(v.number(), 'Rows that the series is said to have.'),
  isExact: described(v.boolean(), 'Nothing but these rows was read, so more are as wrong as fewer.'),
} satisfies EntriesOf<DeclaredCount>)

/** Which systems there are, their readers know; rows that an older reader kept are told by `readerVersion`. */
const knownSystem = v.pipe(
  v.custom<ListReading['system']>((name) => typeof name === 'string', 'must be the name of a system'),
  v.title('string'),
)

/** What a page of a list said, as the ledger keeps it. */
export const listReading = v.object({
  system: described(knownSystem, 'The system that the page was read as.'),
  items: described(listOf(listItem), 'Its rows.'),
  unreadable: described(listOf(unreadableRow), 'Rows that do not tell where their document is.'),
  rowGroups: described(listOf(v.number()), 'How many rows stand together in each part of the page.'),
  follow: described(listOf(listRequest), 'Pages of the list to read next.'),
  otherwise: described(listOf(listRequest), "The same pages under the site's other possible numbering."),
  beside: v.optional(
    described(listOf(listRequest), 'Pages that may hold rows or the pager and need not, such as frames.'),
    [],
  ),
  archives: v.optional(
    described(listOf(listRequest), 'Other parts of the list, such as earlier years, each of which must have rows.'),
    [],
  ),
  folders: v.optional(described(listOf(listRequest), 'Rows that may be lists themselves.'), []),
  inside: v.optional(described(listOf(listRequest), 'Pages in its folder, if it may be an index of lists.'), []),
  before: v.optional(described(listOf(listRequest), 'Pages before the one that the list opens on.'), []),
  declared: described(v.nullable(declaredCount), 'How many rows the service says it has.'),
  declaredPages: described(v.nullable(v.number()), 'How many pages the list says it has.'),
  namedPages: v.optional(described(v.nullable(v.number()), 'Up to which page its pager has links.'), null),
  column: described(v.string(), 'Name of the column; empty if the page gives none.'),
  saysEmpty: described(v.boolean(), 'The page itself says that its list is empty.'),
  blindPager: described(v.nullable(v.string()), 'A sign of further pages whose addresses cannot be told.'),
  unexplained: v.optional(
    described(listOf(v.string()), 'Words of controls around the rows that nothing explains.'),
    [],
  ),
  blindPart: v.optional(
    described(v.nullable(v.string()), 'A sign of parts elsewhere, such as other years, that cannot be reached.'),
    null,
  ),
  isUnheeded: v.optional(
    described(v.boolean(), 'The page was asked for with a choice that it does not show to have made.'),
    false,
  ),
  nextIs: v.optional(
    described(
      v.nullable(v.picklist(['live', 'inert'])),
      'Whether the words 下一页 lead on, or stand there without a link.',
    ),
    null,
  ),
  startsAnew: v.optional(
    described(v.boolean(), "The answer of a service that may begin with the rows of the list's own page."),
    false,
  ),
  isScriptOnly: described(v.boolean(), 'The page has no rows because a script is to fetch them.'),
  isTurnedByScript: v.optional(described(v.boolean(), 'Only its scripts told where it leads.'), false),
} satisfies EntriesOf<ListReading>)
