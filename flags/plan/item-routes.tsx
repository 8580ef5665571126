import { type Context, Hono } from 'hono'
import { readMembers } from '../../core/access/members.ts'
import { may } from '../../core/access/person.ts'
import { today } from '../../core/calendar/reading.ts'
import { allow, allowAll } from '../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { once, onceKey } from '../../core/http/once.ts'
import { ownPath } from '../../core/http/own-path.ts'
import { pathId } from '../../core/http/path-id.ts'
import { notFound, Refusal } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { versionOf } from '../../core/http/version.ts'
import { readDraft } from './item-form.ts'
import { planText } from './messages.ts'
import { readProgramme } from './programme.ts'
import { currentOf, readStages } from './stage-rows.ts'
import { isStage } from './stages.ts'
import { ItemPage } from './views/item.tsx'
import { titleOf } from './wording.ts'
import {
  addWorkItem,
  changeWorkItem,
  isMark,
  markWorkItem,
  mostPerStage,
  readStageWork,
  readWorkItem,
  type WorkItem,
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

itemRoutes.get('/:id', manage, async (c) => {
  const item = await itemOf(c)
  const { stage, title, note, ownerId, dueOn, version } = item
  return draw(c, item, {
    ...{ stage, note, dueOn, owner: ownerId ?? '', version: String(version) },
    title: title ?? titleOf(c.var.scope.locale, item),
  })
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
  if (!may(scope.user, 'core.rollout.manage') && item.ownerId !== scope.user.id) throw notFound()
  const { raw } = await readForm(c)
  if (!isMark(raw.mark)) throw new Refusal(400)
  await markWorkItem(scope, item, raw.mark, today(scope))
  const text = planText(scope.locale).marked
  return go(c, raw.back ? ownPath(raw.back) : '/rollout/plan/mine', { kind: 'success', text })
})

const place = (stage: string): string => `/rollout/plan?stage=${stage}`

const saved = (c: Context<Site>) => ({
  ...{ kind: 'success' as const, text: planText(c.var.scope.locale).saved },
})

/** @throws Refusal 404 for what this company has not */
async function itemOf(c: Context<Site>): Promise<WorkItem> {
  const item = await readWorkItem(c.var.scope, pathId(c))
  if (!item) throw notFound()
  return item
}

async function draw(c: Context<Site>, item: WorkItem | undefined, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const t = planText(scope.locale)
  const title = item ? titleOf(scope.locale, item) : t.newItem
  const page = (
    <ItemPage
      locale={scope.locale}
      title={title}
      item={item}
      people={await readMembers(scope)}
      raw={raw}
      errors={errors}
      once={onceKey(raw)}
    />
  )
  return c.render(page, { title, status: errors ? 422 : 200 })
}
