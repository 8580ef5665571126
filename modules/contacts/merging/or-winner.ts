import type { Context, Handler } from 'hono'
import { pathId } from '../../../core/http/path-id.ts'
import { Refusal } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { winnerOf } from '../../../core/merging/merges.ts'
import type { RecordKind } from '../kinds.ts'
import { requireReach } from '../reach.ts'

type Draw = (c: Context<Site>) => Promise<Response>

/**
 * Draws a record; one that was merged away leads to the record it is part of now, for whoever may
 * see that one. To everybody else it does not exist, as any other.
 */
export const orWinner =
  (kind: RecordKind, draw: Draw): Handler<Site> =>
  async (c) => {
    try {
      return await draw(c)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 404) throw error
      const { scope } = c.var
      const winner = await winnerOf(scope, kind.object, pathId(c))
      if (!winner) throw error
      await requireReach(scope, kind, [winner], kind.view)
      return go(c, `${kind.href}/${winner}`)
    }
  }
