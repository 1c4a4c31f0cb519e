import { pageOfList } from '../../readers/pages-of-list.ts'
import { listEndpoint } from '../endpoint.ts'
import { cursor, limit } from '../parameter.ts'

export const exports = listEndpoint({
  path: '/exports',
  shape: 'ExportFile',
  summary: 'Whole tables as Parquet files in the bucket, by their paths; none before the first export.',
  parameters: { limit, cursor },
  page: async (source, page) => pageOfList(await source.exports(), page),
})
