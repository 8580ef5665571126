import type { Changes } from '../../core/db/changes.ts'
import type { Product } from '../../core/product.ts'
import type { Flags } from '../port.ts'
import { openFeed } from './feed.ts'
import { servedRoutes } from './routes.ts'

/** Opens the company's flags for its other programs. */
export function openServed(flags: Flags, changes: Pick<Changes, 'on'>): Product['served'] {
  const feed = openFeed(flags, changes)
  const { endAll, close } = feed
  return { routes: servedRoutes({ flags, feed }), endAll, close }
}
