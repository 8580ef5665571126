import type { Context, Hono } from 'hono'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { managePipelines } from '../rights.ts'
import { addStage, hide, mostStages, saveStage, shiftStage } from './changing.ts'
import { isLastOf, rawStage, readStageForm } from './forms.ts'
import { pipelinesText } from './messages.ts'
import { readPipeline } from './reading.ts'
import type { Pipeline, Stage } from './stages.ts'
import { StageFormPage } from './views/stage-form.tsx'

/** The stages of one pipeline. */
export function addStageRoutes(routes: Hono<Site>): void {
  const manage = allow(managePipelines)

  routes.get('/:id/stages/new', manage, async (c) => {
    const pipeline = await pipelineOf(c)
    return draw(c, pipeline, {
      raw: { kind: 'open', category: 'pipeline' },
      needs: [],
      leadsTo: [],
    })
  })

  routes.post('/:id/stages', manage, async (c) => {
    const { scope } = c.var
    const pipeline = await pipelineOf(c)
    const { raw, all } = await readForm(c)
    const { input, errors } = readStageForm(scope, raw, all, pipeline)
    const made = await once(scope, raw, async () => {
      if (pipeline.stages.length >= mostStages)
        errors.name ??= pipelinesText(scope.locale).stage.full(mostStages)
      if (Object.keys(errors).length > 0) return undefined
      await addStage(scope, pipeline, input)
      return pageOf(pipeline)
    })
    if (!made) return draw(c, pipeline, { raw, errors, ...input })
    return saved(c, pipeline)
  })

  routes.get('/:id/stages/:stage/edit', manage, async (c) => {
    const pipeline = await pipelineOf(c)
    const stage = stageOf(c, pipeline)
    return draw(c, pipeline, { stage, raw: rawStage(stage), ...stage })
  })

  routes.post('/:id/stages/:stage', manage, async (c) => {
    const { scope } = c.var
    const pipeline = await pipelineOf(c)
    const stage = stageOf(c, pipeline)
    const { raw, all } = await readForm(c)
    const { input, errors } = readStageForm(scope, raw, all, pipeline, stage)
    if (Object.keys(errors).length > 0) return draw(c, pipeline, { stage, raw, errors, ...input })
    await saveStage(scope, stage, input)
    return saved(c, pipeline)
  })

  for (const [path, by] of [
    ['up', -1],
    ['down', 1],
  ] as const)
    routes.post(`/:id/stages/:stage/${path}`, manage, async (c) => {
      const pipeline = await pipelineOf(c)
      await shiftStage(c.var.scope, pipeline, stageOf(c, pipeline), by)
      return go(c, pageOf(pipeline))
    })

  for (const [path, isHidden] of [
    ['hide', true],
    ['show', false],
  ] as const)
    routes.post(`/:id/stages/:stage/${path}`, manage, async (c) => {
      const { scope } = c.var
      const pipeline = await pipelineOf(c)
      const stage = stageOf(c, pipeline)
      const t = pipelinesText(scope.locale)
      if (isHidden && isLastOf(pipeline, stage))
        return go(c, pageOf(pipeline), { kind: 'danger', text: t.stage.lastOf })
      await hide(scope, 'stage', stage, isHidden)
      return saved(c, pipeline)
    })
}

const pageOf = ({ id }: Pipeline): string => `/sales/pipelines/${id}`

const pipelineOf = (c: Context<Site>) => readPipeline(c.var.scope, pathId(c))

/** @throws Refusal 404 when the pipeline has no such stage */
function stageOf(c: Context<Site>, { stages }: Pipeline): Stage {
  const wanted = c.req.param('stage') ?? ''
  const stage = isId(wanted) ? stages.find(({ id }) => id === wanted) : undefined
  if (!stage) throw notFound()
  return stage
}

const saved = (c: Context<Site>, pipeline: Pipeline) =>
  go(c, pageOf(pipeline), {
    kind: 'success',
    text: pipelinesText(c.var.scope.locale).stage.saved,
  })

type Drawn = { stage?: Stage; raw: Raw; errors?: Errors } & Pick<Stage, 'needs' | 'leadsTo'>

function draw(c: Context<Site>, pipeline: Pipeline, drawn: Drawn) {
  const { scope } = c.var
  const { stage, raw, errors } = drawn
  const t = pipelinesText(scope.locale).stage
  const page = (
    <StageFormPage
      {...{ scope, pipeline, ...drawn }}
      action={`${pageOf(pipeline)}/stages${stage ? `/${stage.id}` : ''}`}
      once={stage ? undefined : onceKey(raw)}
    />
  )
  return c.render(page, { title: stage ? t.edit : t.add, status: errors ? 422 : 200 })
}
