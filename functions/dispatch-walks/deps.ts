import { makeBucketClient, makeQueueClient } from '../../shared/aws/clients.ts'
import { makeObserved } from '../../shared/aws/observed.ts'
import { makeTableClient } from '../../shared/aws/table-client.ts'
import { DispatchStore } from '../../shared/store/dispatch-store.ts'
import { logUnreadable } from '../../shared/store/log-unreadable.ts'
import { PortalsBucket } from '../../shared/store/portals-bucket.ts'
import { WalkQueue } from '../../shared/store/walk-queue.ts'
import type { Config } from './config.ts'
import type { Deps } from './handler.ts'

export function makeDeps(config: Config): Deps {
  const observed = makeObserved('dispatch-walks', config.stage)
  return {
    ...observed,
    files: new PortalsBucket(makeBucketClient(), config.bucketName),
    dispatches: new DispatchStore(makeTableClient(), config.coverageTable, logUnreadable(observed.logger)),
    walks: new WalkQueue(makeQueueClient(), config.walkQueueUrl),
    now: () => Date.now(),
  }
}
