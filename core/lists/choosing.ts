import { defaultOf, type Reader, type SavedView, type SavedViews, viewsOf } from './saved-views.ts'

/** The name by which an address says which view it began with. */
export const viewParam = 'view'

/** The value that asks for the whole list where another view would open. */
export const wholeList = 'all'

/** The value that asks for a list where the records can be looked at in other ways too. */
export const asList = 'list'

/** A list's address after its view, if any, has been put in, and what there is to choose from. */
export type Chosen = {
  params: URLSearchParams
  view: SavedView | undefined
  views: readonly SavedView[]
  /** Whether the bare address opens a view, so that the whole list needs an address of its own. */
  opensView: boolean
  /** It asked for a view that is not there for this person. */
  gone: boolean
}

/**
 * Puts the view into a list's address: the one it names and nothing else, or, for a bare address,
 * the one the list opens with. An address that says more is complete as it is.
 */
export function chooseView(
  reader: Reader,
  saved: SavedViews,
  list: string,
  params: URLSearchParams,
): Chosen {
  const views = viewsOf(reader, saved, list)
  const first = defaultOf(reader.user, saved, list, views)
  const wanted = params.get(viewParam)
  const named = views.find(({ id }) => id === wanted)
  const gone = wanted !== null && wanted !== wholeList && !named
  const says = [...params.keys()].some((name) => name !== viewParam)
  const known = { views, opensView: first !== undefined, gone }
  const view = named ?? (wanted === null && !says ? first : undefined)
  if (view) return { ...known, view, params: says ? params : addressOf(view) }
  const plain = new URLSearchParams(params)
  if (first) plain.set(viewParam, wholeList)
  else plain.delete(viewParam)
  return { ...known, view: undefined, params: plain }
}

/** The whole address of a view. */
export function addressOf({ id, params, columns }: SavedView): URLSearchParams {
  const address = new URLSearchParams(params)
  if (columns) address.set('columns', columns.join(','))
  address.set(viewParam, id)
  return address
}
