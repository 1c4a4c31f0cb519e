import { setTimeout } from 'node:timers/promises'
import { makeBucketClient } from '../../shared/aws/clients.ts'
import { makeObserved } from '../../shared/aws/observed.ts'
import { makeTableClient } from '../../shared/aws/table-client.ts'
import { CanaryRows } from '../../shared/store/canary-rows.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { IncomingFolder } from '../../shared/store/incoming-folder.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { RunStore } from '../../shared/store/run-store.ts'
import { SightingStore } from '../../shared/store/sighting-store.ts'
import type { Config } from './config.ts'
import type { Deps } from './handler.ts'

const PAUSE_MILLISECONDS = 2000

export function makeDeps(config: Config): Deps {
  const tables = makeTableClient()
  const indicators = new IndicatorStore(tables, config.indicatorsTable)
  const runs = new RunStore(tables, config.runsTable)
  const sightings = new SightingStore(tables, config.sightingsTable)
  return {
    ...makeObserved('canary', config.stage),
    incoming: new IncomingFolder(makeBucketClient(), config.bucketName),
    rows: new CanaryRows(tables, config.documentsTable, { runs, indicators, sightings }),
    documents: new DocumentStore(tables, config.documentsTable),
    indicators,
    pause: () => setTimeout(PAUSE_MILLISECONDS),
  }
}
