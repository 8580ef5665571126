import type { Context, Hono } from 'hono'
import type { Toast } from '../../views/shell.ts'
import { isId } from '../db/id.ts'
import { allow } from '../http/allow.ts'
import { type Errors, type Raw, readForm } from '../http/form.ts'
import { once } from '../http/once.ts'
import { pathId } from '../http/path-id.ts'
import { notFound } from '../http/refusal.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { drawTag } from '../lists/chosen-pages.tsx'
import type { Scope } from '../scope.ts'
import { sayProblem } from '../values/problem.ts'
import { parseText } from '../values/text.ts'
import { moveToArchive } from './archiving.ts'
import type { RecordKind } from './kind.ts'
import { keptToast, mentionIn } from './mentioned.ts'
import { tellMentioned } from './mentions.ts'
import { recordText } from './messages.ts'
import { writeNote } from './notes.ts'
import { requireReach } from './reach.ts'
import { addTag, removeTag } from './tags.ts'

type DrawRecord = (
  c: Context<Site>,
  id: string,
  note: { raw: Raw; errors: Errors },
) => Promise<Response>

export const savedToast = (scope: Scope, understood: readonly string[] = []): Toast => {
  const t = recordText(scope.locale).pages
  const list = understood.slice(0, 4).join(scope.locale === 'zh-CN' ? '；' : '; ')
  return { kind: 'success', text: list ? t.savedAs(list) : t.saved }
}

/** What was put out of sight or brought back. */
export const movedText = (scope: Scope, deed: 'archived' | 'restored', count: number): string => {
  const t = recordText(scope.locale).pages
  return deed === 'archived' ? t.archivedDone(count) : t.restoredDone(count)
}

/** What one record can have done to it: notes, tags, archive, restore. */
export function addRecordRoutes(routes: Hono<Site>, kind: RecordKind, draw: DrawRecord): void {
  const edit = allow(kind.edit)
  const page = (id: string) => `${kind.href}/${id}`

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
      untold = await tellMentioned(
        scope,
        c.var.product.registry,
        about,
        mentionIn(kind),
        body.value,
      )
      return page(id)
    })
    return go(c, page(id), keptToast(scope, recordText(scope.locale).pages.noteKept, untold))
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
      return go(c, page(id), { kind: 'success', text: movedText(scope, deed, 1) })
    })
}
