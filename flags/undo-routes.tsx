import { type Context, Hono } from 'hono'
import { isId } from '../core/db/id.ts'
import { allow } from '../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../core/http/form.ts'
import { notFound } from '../core/http/refusal.ts'
import { go } from '../core/http/render.tsx'
import type { Site } from '../core/http/site.ts'
import { planUndo } from './audience.ts'
import { type Change, readChange } from './history.ts'
import { carryOut } from './matrix/carrying-out.tsx'
import { weigh } from './matrix/plan.ts'
import { Asks } from './matrix/views/asks.tsx'
import { flagsText } from './messages.ts'
import { moduleOf } from './module-page.tsx'
import { drawPreview, moduleTrail, sayResult, type Trail } from './preview-page.tsx'

const manage = allow('core.modules.manage')

/** Taking back the latest change of a module on its own page; from there one came, and goes back. */
export const undoRoutes = undoFrom('/admin/modules', moduleTrail)

/**
 * Taking back the latest change of a module: first what it would mean, then with a reason.
 * @param base where the routes are mounted
 * @param trailOf the pages above; the last is where one goes afterwards
 */
export function undoFrom(base: string, trailOf: (c: Context<Site>) => Trail): Hono<Site> {
  const routes = new Hono<Site>()
  routes.get('/:module/undo', manage, async (c) =>
    drawUndo(c, { base, trail: trailOf(c) }, await changeOf(c, c.req.query('change'))),
  )
  routes.post('/:module/undo', manage, (c) => takeBack(c, { base, trail: trailOf(c) }))
  return routes
}

type From = { base: string; trail: Trail }

async function takeBack(c: Context<Site>, from: From): Promise<Response> {
  const t = flagsText(c.var.scope.locale).history
  const { raw } = await readForm(c)
  const change = await changeOf(c, raw.change)
  const home = from.trail.at(-1)?.href ?? from.base
  return carryOut(c, planUndo(moduleOf(c), change), raw, {
    home,
    redraw: (errors) => drawUndo(c, from, change, raw, errors),
    outrun: () => go(c, home, { kind: 'danger', text: t.tooLate }),
    said: async () => ({ kind: 'success', text: t.done }),
  })
}

/** @throws Refusal 404 when this module has no such change */
async function changeOf(c: Context<Site>, id: string | undefined): Promise<Change> {
  const module = moduleOf(c)
  const change = id && isId(id) ? await readChange(c.var.scope, module.id, id) : undefined
  if (!change) throw notFound()
  return change
}

async function drawUndo(
  c: Context<Site>,
  { base, trail }: From,
  change: Change,
  raw: Raw = {},
  errors: Errors = {},
) {
  const { scope, product } = c.var
  const { before } = change
  const { effects, asks } = await weigh(scope, product, planUndo(moduleOf(c), change))
  return drawPreview(c, {
    raw,
    errors,
    trail,
    result: await sayResult(c, before.audiences, before.kill !== undefined),
    effects,
    asks: <Asks scope={scope} asks={asks} raw={raw} errors={errors} />,
    title: flagsText(scope.locale).history.undoTitle,
    action: `${base}/${change.module}/undo`,
    fields: [['change', change.id]],
  })
}
