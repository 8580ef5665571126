import type { Context } from 'hono'
import { putCookie, readCookie } from '../../../core/http/cookies.ts'
import type { Site } from '../../../core/http/site.ts'
import { drawList } from '../../../core/lists/list-pages.tsx'
import { readBoard } from './board-reading.ts'
import { boardParams, readBoardState } from './board-state.ts'
import { dealList } from './deal-list.ts'
import { dealsText } from './messages.ts'
import { BoardPage } from './views/board-page.tsx'

/** What the bare address shows, for this browser. */
const cookie = 'deals-as'

/** Deals as a board or as a list: as the address says, or as they were last looked at. */
export function drawDeals(c: Context<Site>): Promise<Response> {
  const params = new URL(c.req.url).searchParams
  const kept = readCookie(c, cookie)
  const asBoard = params.size === 0 ? kept === 'board' : params.get('view') === 'board'
  const now = asBoard ? 'board' : 'list'
  if (kept !== now) putCookie(c, cookie, now)
  return asBoard ? drawBoard(c, params) : drawList(c, dealList)
}

/** @param said what has just been done, for those who hear it */
export async function drawBoard(
  c: Context<Site>,
  params: URLSearchParams,
  said?: string,
): Promise<Response> {
  const { scope, product } = c.var
  const state = await readBoardState(scope, params)
  const part = await readBoard(scope, state)
  const page = (
    <BoardPage
      {...{ scope, state, ...part, said }}
      address={boardParams(state).toString()}
      script={`/assets/${product.files.names['board.js']}`}
    />
  )
  return c.render(page, { title: dealsText(scope.locale).board })
}
