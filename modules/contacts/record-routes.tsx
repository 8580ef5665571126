import type { Context, Hono } from 'hono'
import { isId } from '../../core/db/id.ts'
import { allow } from '../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { once } from '../../core/http/once.ts'
import { pathId } from '../../core/http/path-id.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { tellMentioned } from '../../core/records/mentions.ts'
import { writeNote } from '../../core/records/notes.ts'
import { addTag, removeTag } from '../../core/records/tags.ts'
import type { Scope } from '../../core/scope.ts'
import { sayProblem } from '../../core/values/problem.ts'
import { parseText } from '../../core/values/text.ts'
import type { Toast } from '../../views/shell.ts'
import { editActivities } from './activities/activities.ts'
import { moveToArchive } from './archiving.ts'
import type { RecordKind } from './kinds.ts'
import { drawTag } from './lists/bulk-pages.tsx'
import { followAddress } from './lists/place.ts'
import { keptToast, mentioned } from './mentioned.ts'
import { contactsText } from './messages.ts'
import { requireReach } from './reach.ts'

type DrawRecord = (
  c: Context<Site>,
  id: string,
  note: { raw: Raw; errors: Errors },
) => Promise<Response>

export const savedToast = (scope: Scope, understood: readonly string[] = []): Toast => {
  const t = contactsText(scope.locale)
  const list = understood.slice(0, 4).join(scope.locale === 'zh-CN' ? '；' : '; ')
  return { kind: 'success', text: list ? t.savedAs(list) : t.saved }
}

/** What one record of either kind can have done to it: notes, tags, archive, restore. */
export function addRecordRoutes(routes: Hono<Site>, kind: RecordKind, draw: DrawRecord): void {
  const edit = allow(kind.edit)
  const page = (id: string) => `${kind.href}/${id}`

  // A short address, since it may stand in every row of a list.
  routes.get('/:id/follow', allow(editActivities), (c) => go(c, followAddress(c, kind, pathId(c))))

  routes.post('/:id/notes', edit, async (c) => {
    const { scope } = c.var
    const id = pathId(c)
    await requireReach(scope, kind, [id], kind.edit)
    const { raw } = await readForm(c)
    const body = parseText(raw.body ?? '', { most: 10_000 })
    if (!body.ok)
      return draw(c, id, { raw, errors: { body: sayProblem(body.problem, scope.locale) } })
    let untold: string[] = []
    await once(scope, raw, async () => {
      await writeNote(scope, kind.object, id, body.value)
      const about = { object: kind.object, recordId: id }
      untold = await tellMentioned(scope, c.var.product.registry, about, mentioned, body.value)
      return page(id)
    })
    return go(c, page(id), keptToast(scope, contactsText(scope.locale).noteKept, untold))
  })

  routes.post('/:id/tags', edit, async (c) => {
    const { scope } = c.var
    const id = pathId(c)
    await requireReach(scope, kind, [id], kind.edit)
    const { raw } = await readForm(c)
    const name = parseText(raw.name ?? '', { most: 40 })
    if (!name.ok) return drawTag(c, kind, [id], raw.name, sayProblem(name.problem, scope.locale))
    await addTag(scope, kind.object, [id], name.value)
    return go(c, page(id))
  })

  routes.post('/:id/tags/remove', edit, async (c) => {
    const { scope } = c.var
    const id = pathId(c)
    await requireReach(scope, kind, [id], kind.edit)
    const { raw } = await readForm(c)
    if (!raw.tag || !isId(raw.tag)) throw notFound()
    await removeTag(scope, kind.object, id, raw.tag)
    return go(c, page(id))
  })

  for (const [path, deed] of [
    ['archive', 'archived'],
    ['restore', 'restored'],
  ] as const)
    routes.post(`/:id/${path}`, edit, async (c) => {
      const { scope, product } = c.var
      const id = pathId(c)
      await moveToArchive(scope, product.registry, kind, [id], deed)
      const t = contactsText(scope.locale)
      const text = deed === 'archived' ? t.archivedDone(1) : t.restoredDone(1)
      return go(c, page(id), { kind: 'success', text })
    })
}
