import { type Context, Hono } from 'hono'
import { isId } from '../core/db/id.ts'
import { allow } from '../core/http/allow.ts'
import { type Raw, readForm } from '../core/http/form.ts'
import { once } from '../core/http/once.ts'
import { notFound } from '../core/http/refusal.ts'
import { go } from '../core/http/render.tsx'
import type { Site } from '../core/http/site.ts'
import { undoChange } from './audience.ts'
import { ChangedMeanwhile } from './change.ts'
import { type Change, readChange } from './history.ts'
import { flagsText } from './messages.ts'
import { moduleOf } from './module-page.tsx'
import { previewRows } from './preview.ts'
import { drawPreview } from './preview-page.tsx'
import { readReason } from './reason-field.ts'

/** Taking back the latest change of a module: first what it would mean, then with a reason. */
export const undoRoutes = new Hono<Site>()

const manage = allow('core.modules.manage')

undoRoutes.get('/:module/undo', manage, async (c) =>
  drawUndo(c, await changeOf(c, c.req.query('change')), {}),
)

undoRoutes.post('/:module/undo', manage, async (c) => {
  const { scope } = c.var
  const t = flagsText(scope.locale).history
  const { raw } = await readForm(c)
  const change = await changeOf(c, raw.change)
  const { reason, error } = readReason(c, raw)
  if (error) return drawUndo(c, change, raw, error)
  const here = `/admin/modules/${change.module}`
  try {
    await once(scope, raw, async () => {
      await undoChange(scope, change.id, reason)
      return here
    })
  } catch (failure) {
    if (!(failure instanceof ChangedMeanwhile)) throw failure
    return go(c, here, { kind: 'danger', text: t.tooLate })
  }
  return go(c, here, { kind: 'success', text: t.done })
})

/** @throws Refusal 404 when this module has no such change */
async function changeOf(c: Context<Site>, id: string | undefined): Promise<Change> {
  const module = moduleOf(c)
  const change = id && isId(id) ? await readChange(c.var.scope, module.id, id) : undefined
  if (!change) throw notFound()
  return change
}

async function drawUndo(c: Context<Site>, change: Change, raw: Raw, reasonError?: string) {
  const { scope, product } = c.var
  const t = flagsText(scope.locale).history
  const { modules } = product.registry
  return drawPreview(c, {
    raw,
    grants: change.before.audiences,
    stopped: change.before.kill !== undefined,
    effects: await previewRows(scope, modules, change.module, change.before),
    title: t.undoTitle,
    action: `/admin/modules/${change.module}/undo`,
    fields: [['change', change.id]],
    ...(reasonError ? { reasonError } : {}),
  })
}
