import type { Context } from 'hono'
import type { Site } from '../../core/http/site.ts'
import { readInvitation, readTurnout, type Turnout } from './answering.ts'
import { type Run, readRuns } from './runs.ts'

/** The rounds of a survey, as the page of its results needs them. */
export type Rounds = {
  open: Run | undefined
  turnout: Turnout[]
  /** Whether the reader is asked and has not answered yet. */
  isAsked: boolean
  /** Those that have closed, the latest first. */
  over: Run[]
  /** The one that is looked at: the latest that has closed, or the one an address asks for. */
  shown: Run | undefined
}

export async function readRounds(c: Context<Site>, kind: string): Promise<Rounds> {
  const { scope } = c.var
  const runs = await readRuns(scope, kind)
  const open = runs.find(({ closedAt }) => closedAt === null)
  const over = runs.filter(({ closedAt }) => closedAt !== null)
  return {
    open,
    over,
    shown: over.find(({ id }) => id === c.req.query('run')) ?? over[0],
    turnout: open ? await readTurnout(scope, open.id) : [],
    isAsked: (await readInvitation(scope, kind))?.answered === false,
  }
}
