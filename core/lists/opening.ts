import type { Context } from 'hono'
import type { Site } from '../http/site.ts'
import type { RecordKind } from '../records/kind.ts'
import { asList, type Chosen, chooseView, viewParam } from './choosing.ts'
import { paramsLeft } from './place.ts'
import type { ListState } from './state.ts'
import { stated, stateOf } from './state-of.ts'

/** A list as its address and its saved views say it. */
export type Opened = { state: ListState; chosen: Chosen }

/** Reads what a list is to show: its address, with the view it names or opens with put in. */
export const openList = (c: Context<Site>, kind: RecordKind): Promise<Opened> =>
  openBy(c, kind, new URL(c.req.url).searchParams)

/** The list as this browser left it; undefined when it has not been there. */
export async function openLeft(c: Context<Site>, kind: RecordKind): Promise<ListState | undefined> {
  const params = paramsLeft(c, kind)
  return params && (await openBy(c, kind, params)).state
}

async function openBy(
  c: Context<Site>,
  kind: RecordKind,
  params: URLSearchParams,
): Promise<Opened> {
  const { scope, product } = c.var
  // A list beside a board has this address; it is no view that somebody saved.
  if (params.get(viewParam) === asList) params.delete(viewParam)
  const saved = await product.savedViews.of(scope)
  const chosen = chooseView(scope, saved, stated(kind).key, params)
  return { state: stateOf(scope, kind, chosen.params), chosen }
}
