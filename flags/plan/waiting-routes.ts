import { Hono } from 'hono'
import { isId } from '../../core/db/id.ts'
import { allow } from '../../core/http/allow.ts'
import { readForm } from '../../core/http/form.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { letGo, letWait, readOthers } from './dependencies.ts'
import { drawItem, itemOf, saved } from './item-page.tsx'
import { planText } from './messages.ts'

/** What a piece of work waits for. */
export const waitingRoutes = new Hono<Site>()

const manage = allow('core.rollout.manage')

waitingRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const t = planText(scope.locale)
  const item = await itemOf(c)
  const { before = '' } = (await readForm(c)).raw
  const known = (await readOthers(scope, item.id)).some(({ id }) => id === before)
  const wrong = known ? await letWait(scope, item, before) : 'unknown'
  if (!wrong) return go(c, `/rollout/plan/items/${item.id}`, saved(c))
  const words = { circle: t.circle, tooMany: t.tooManyWaits, unknown: t.chooseWork }
  return drawItem(c, item, words[wrong])
})

waitingRoutes.post('/:before/drop', manage, async (c) => {
  const item = await itemOf(c)
  const before = c.req.param('before') ?? ''
  if (!isId(before)) throw notFound()
  await letGo(c.var.scope, item, before)
  return go(c, `/rollout/plan/items/${item.id}`, saved(c))
})
