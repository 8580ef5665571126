import type { Context } from 'hono'
import type { Site } from '../../../core/http/site.ts'
import { type Chosen, chooseView } from '../../../core/lists/choosing.ts'
import type { RecordKind } from '../kinds.ts'
import { listedOf } from './listed.ts'
import type { ListState } from './state.ts'
import { stateOf } from './state-of.ts'

/** A list as its address and its saved views say it. */
export type Opened = { state: ListState; chosen: Chosen }

/** Reads what a list is to show: its address, with the view it names or opens with put in. */
export async function openList(c: Context<Site>, kind: RecordKind): Promise<Opened> {
  const { scope, product } = c.var
  const saved = await product.savedViews.of(scope)
  const { searchParams } = new URL(c.req.url)
  const chosen = chooseView(scope.user, saved, listedOf(kind).key, searchParams)
  return { state: stateOf(scope, kind, chosen.params), chosen }
}
