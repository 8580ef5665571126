import { type Context, Hono } from 'hono'
import { allow } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../core/http/form.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { versionOf } from '../../core/http/version.ts'
import { parseDate } from '../../core/values/date.ts'
import { readReason } from '../reason-field.ts'
import { planText } from './messages.ts'
import { mostExtensions, moveStageEnd, readStages, type StageRow } from './stage-rows.ts'
import { StageEndPage } from './views/stage-end.tsx'

/** Moving the end of a stage, with a reason. */
export const stageRoutes = new Hono<Site>()

const manage = allow('core.rollout.manage')

stageRoutes.get('/:code', manage, async (c) => {
  const stage = await stageOf(c)
  return draw(c, stage, { endPlan: stage.endPlan ?? '', version: String(stage.version) })
})

stageRoutes.post('/:code', manage, async (c) => {
  const { scope } = c.var
  const t = planText(scope.locale)
  const stage = await stageOf(c)
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const endPlan = fields.need('endPlan', t.newEnd, parseDate, '')
  const from = stage.startedOn ?? stage.startPlan
  if (endPlan && endPlan < from) fields.refuse('endPlan', t.beforeStart)
  const isLater = stage.endPlan !== null && endPlan > stage.endPlan
  if (stage.code === 'S3' && isLater && stage.extensions >= mostExtensions)
    fields.refuse('endPlan', t.twiceAtMost)
  const { reason, error } = readReason(c, raw)
  if (error) fields.refuse('reason', error)
  if (!fields.ok) return draw(c, stage, raw, fields.errors)
  if ((await moveStageEnd(scope, stage, versionOf(raw), endPlan, reason)) === 'conflict')
    return draw(c, stage, { ...raw, version: String(stage.version) }, { '': t.faster })
  return go(c, `/rollout/plan?stage=${stage.code}`, { kind: 'success', text: t.moved })
})

/** @throws Refusal 404 for a stage that is not there, is over, or has no end */
async function stageOf(c: Context<Site>): Promise<StageRow> {
  const code = c.req.param('code')
  const stage = (await readStages(c.var.scope)).find((one) => one.code === code)
  if (!stage?.endPlan || stage.endedOn) throw notFound()
  return stage
}

function draw(c: Context<Site>, stage: StageRow, raw: Raw, errors?: Errors) {
  const { locale } = c.var.scope
  const page = <StageEndPage locale={locale} stage={stage} raw={raw} errors={errors} />
  return c.render(page, { title: planText(locale).moveEnd, status: errors ? 422 : 200 })
}
