import { Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { once } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { requireReach } from '../../../core/records/reach.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { ticketKind } from '../tickets/kind.ts'
import {
  addCheckpoint,
  mostCheckpoints,
  readCheckpoint,
  removeCheckpoint,
  tickCheckpoint,
} from './checklist.ts'
import { checklistText } from './messages.ts'

const edit = allow(ticketKind.edit)
const page = (ticketId: string) => `${ticketKind.href}/${ticketId}`

/** Adds the address below a ticket where a line is added. */
export function addChecklistRoutes(routes: Hono<Site>): void {
  routes.post('/:id/checklist', edit, async (c) => {
    const { scope } = c.var
    const id = pathId(c)
    await requireReach(scope, ticketKind, [id], ticketKind.edit)
    const { raw } = await readForm(c)
    const t = checklistText(scope.locale)
    const text = parseText(raw.text ?? '', { most: 200 })
    const refused =
      !text.ok && (raw.text?.trim() ? sayProblem(text.problem, scope.locale) : t.empty)
    const to =
      text.ok &&
      (await once(scope, raw, async () => {
        const added = await addCheckpoint(scope, id, text.value)
        return added === 'added' ? page(id) : undefined
      }))
    const wrong = refused || (!to && t.full(mostCheckpoints))
    return go(c, page(id), wrong ? { kind: 'danger', text: wrong } : undefined)
  })
}

/** The lines of checklists, each at an address of its own. */
export const checkpointRoutes = new Hono<Site>()

for (const [path, isDone] of [
  ['done', true],
  ['open', false],
] as const)
  checkpointRoutes.post(`/:id/${path}`, edit, async (c) => {
    const line = await readCheckpoint(c.var.scope, pathId(c))
    await tickCheckpoint(c.var.scope, line, isDone)
    return go(c, page(line.ticketId))
  })

checkpointRoutes.post('/:id/remove', edit, async (c) => {
  const line = await readCheckpoint(c.var.scope, pathId(c))
  await removeCheckpoint(c.var.scope, line)
  return go(c, page(line.ticketId))
})
