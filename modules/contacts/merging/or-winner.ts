import type { Context, Handler } from 'hono'
import { pathId } from '../../../core/http/path-id.ts'
import { Refusal } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { winnerOf } from '../../../core/merging/merges.ts'
import { reaches } from '../../../core/records/reach.ts'
import type { Scope } from '../../../core/scope.ts'
import type { ContactsKind } from '../kinds.ts'

type Draw = (c: Context<Site>) => Promise<Response>

/**
 * Draws a record; one that was merged away leads to the record it is part of now, for whoever may
 * see that one. To everybody else it does not exist, as any other.
 */
export const orWinner =
  (kind: ContactsKind, draw: Draw): Handler<Site> =>
  async (c) => {
    try {
      return await draw(c)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 404) throw error
      const winner = await winnerInReach(c.var.scope, kind, pathId(c))
      if (!winner) throw error
      return go(c, `${kind.href}/${winner}`)
    }
  }

/** The record that one which was merged away is part of now; undefined too for one out of reach. */
export async function winnerInReach(
  scope: Scope,
  kind: ContactsKind,
  id: string,
): Promise<string | undefined> {
  const winner = await winnerOf(scope, kind.object, id)
  return winner && (await reaches(scope, kind, [winner], kind.view)) ? winner : undefined
}
