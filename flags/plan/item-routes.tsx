import { Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { today } from '../../core/calendar/reading.ts'
import { allow, allowAll } from '../../core/http/allow.ts'
import { readForm } from '../../core/http/form.ts'
import { once } from '../../core/http/once.ts'
import { ownPath } from '../../core/http/own-path.ts'
import { notFound, Refusal } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { versionOf } from '../../core/http/version.ts'
import { readDraft } from './item-form.ts'
import { draw, drawFacts, drawItem, itemOf, saved } from './item-page.tsx'
import { planText } from './messages.ts'
import { readProgramme } from './programme.ts'
import { mayDo } from './record.ts'
import { currentOf, readStages } from './stage-rows.ts'
import { isStage } from './stages.ts'
import { waitingRoutes } from './waiting-routes.ts'
import { titleOf } from './wording.ts'
import {
  addWorkItem,
  changeWorkItem,
  isMark,
  markWorkItem,
  mostPerStage,
  readStageWork,
} from './work-items.ts'

/** The work of the plan: one form for what is new and what is changed, and a mark for what is done. */
export const itemRoutes = new Hono<Site>()

const manage = allow('core.rollout.manage')

itemRoutes.get('/new', manage, async (c) => {
  const { scope } = c.var
  if (!(await readProgramme(scope))) return go(c, '/rollout/plan')
  const wanted = c.req.query('stage')
  const stage = isStage(wanted) ? wanted : (currentOf(await readStages(scope))?.code ?? 'S6')
  return draw(c, undefined, { stage, dueOn: today(scope) })
})

itemRoutes.post('/new', manage, async (c) => {
  const { scope } = c.var
  if (!(await readProgramme(scope))) throw notFound()
  const { raw } = await readForm(c)
  const { draft, errors, ok } = await readDraft(scope, raw, true)
  if (!ok) return draw(c, undefined, raw, errors)
  if ((await readStageWork(scope, draft.stage)).length >= mostPerStage)
    return draw(c, undefined, raw, { stage: planText(scope.locale).tooMany(String(mostPerStage)) })
  await once(scope, raw, async () => `${place(draft.stage)}#${await addWorkItem(scope, draft)}`)
  return go(c, place(draft.stage), saved(c))
})

itemRoutes.get('/:id', allowAll, async (c) => {
  const item = await itemOf(c)
  if (!may(c.var.scope.user, 'core.rollout.manage')) return drawFacts(c, item)
  return drawItem(c, item)
})

itemRoutes.post('/:id', manage, async (c) => {
  const { scope } = c.var
  const item = await itemOf(c)
  const { raw } = await readForm(c)
  const { draft, errors, ok } = await readDraft(scope, raw, item.code === null)
  if (!ok) return draw(c, item, raw, errors)
  // Words of the template stay in both languages as long as nobody wrote others.
  const own = draft.title === titleOf(scope.locale, item) && item.title === null
  const changed = { ...draft, title: own || !draft.title ? item.title : draft.title }
  if (await changeWorkItem(scope, item, versionOf(raw), changed))
    return go(c, place(draft.stage), saved(c))
  const faster = { ...raw, version: String(item.version) }
  return draw(c, item, faster, { '': planText(scope.locale).faster })
})

itemRoutes.post('/:id/mark', allowAll, async (c) => {
  const { scope } = c.var
  const item = await itemOf(c)
  if (!mayDo(scope, item)) throw notFound()
  const { raw } = await readForm(c)
  if (!isMark(raw.mark)) throw new Refusal(400)
  await markWorkItem(scope, item, raw.mark, today(scope))
  const text = planText(scope.locale).marked
  return go(c, raw.back ? ownPath(raw.back) : '/rollout/plan/mine', { kind: 'success', text })
})

itemRoutes.route('/:id/waits', waitingRoutes)

const place = (stage: string): string => `/rollout/plan?stage=${stage}`
