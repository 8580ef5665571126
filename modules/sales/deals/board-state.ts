import { type Filters, readListState } from '../../../core/lists/state.ts'
import { type Cursor, readCursor } from '../../../core/records/paging.ts'
import type { Scope } from '../../../core/scope.ts'
import { pipelinesFor } from '../pipelines/reading.ts'
import type { Pipeline } from '../pipelines/stages.ts'
import { dealKind } from './kind.ts'

/** What a board shows, as its address says it. */
export type BoardState = {
  pipelines: readonly Pipeline[]
  /** The one that is shown; none where none is open to the reader. */
  pipeline: Pipeline | undefined
  query: string
  filters: Filters
  /** The column that is read from further on than its beginning. */
  further: { stage: string; cursor: Cursor } | undefined
}

/** Reads a board's address; what makes no sense is left out. */
export async function readBoardState(scope: Scope, params: URLSearchParams): Promise<BoardState> {
  const pipelines = await pipelinesFor(scope)
  const { query, filters } = readListState(params, dealKind, scope.own.live(dealKind.object))
  const { pipeline: wanted, stage: _, outcome: __, archived: ___, ...others } = filters
  const pipeline = pipelines.find(({ name }) => name === wanted) ?? pipelines[0]
  const cursor = readCursor(params)
  const stage = params.get('column')
  const further = cursor?.side === 'after' && stage ? { stage, cursor } : undefined
  return { pipelines, pipeline, query, filters: others, further }
}

/** The address of a board. */
export function boardParams(
  { pipelines, pipeline, query, filters }: BoardState,
  change: Record<string, string> = {},
): URLSearchParams {
  const params = new URLSearchParams({ view: 'board' })
  if (pipeline && pipeline !== pipelines[0]) params.set('pipeline', pipeline.name)
  if (query) params.set('q', query)
  for (const [name, value] of Object.entries({ ...filters, ...change }))
    if (value) params.set(name, value)
    else params.delete(name)
  return params
}

export const boardHref = (state: BoardState, change?: Record<string, string>): string =>
  `${dealKind.href}?${boardParams(state, change)}`
