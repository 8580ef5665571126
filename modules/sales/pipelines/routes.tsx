import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { managePipelines, viewDeals } from '../rights.ts'
import { addPipeline, hide, mostPipelines, savePipeline } from './changing.ts'
import { readPipelineForm } from './forms.ts'
import { pipelinesText } from './messages.ts'
import { readPipeline, readPipelines } from './reading.ts'
import { addStageRoutes } from './stage-routes.tsx'
import type { Pipeline } from './stages.ts'
import { PipelineFormPage } from './views/pipeline-form.tsx'
import { PipelinePage } from './views/pipeline-page.tsx'
import { PipelinesPage } from './views/pipelines-page.tsx'

/** How a company sells: its pipelines and their deal stages. */
export const pipelineRoutes = new Hono<Site>()

const manage = allow(managePipelines)
const view = allow(viewDeals)
const place = '/sales/pipelines'

const words = (c: Context<Site>) => pipelinesText(c.var.scope.locale)

pipelineRoutes.get('/', view, async (c) => {
  const { scope } = c.var
  const page = <PipelinesPage scope={scope} pipelines={await readPipelines(scope)} />
  return c.render(page, { title: words(c).title })
})

pipelineRoutes.get('/new', manage, (c) => draw(c, { raw: {}, chosen: [] }))

pipelineRoutes.post('/', manage, async (c) => {
  const { scope, product } = c.var
  const { raw, all } = await readForm(c)
  const { departments } = await product.directories.of(scope)
  const { input, errors } = readPipelineForm(scope, raw, all, departments)
  const made = await once(scope, raw, async () => {
    if ((await readPipelines(scope)).length >= mostPipelines)
      errors.name ??= words(c).full(mostPipelines)
    if (Object.keys(errors).length > 0) return undefined
    return `${place}/${await addPipeline(scope, input)}`
  })
  if (!made) return draw(c, { raw, errors, chosen: all('departments') })
  return go(c, made, { kind: 'success', text: words(c).saved })
})

pipelineRoutes.get('/:id', view, async (c) => {
  const { scope } = c.var
  const pipeline = await readPipeline(scope, pathId(c))
  return c.render(<PipelinePage scope={scope} pipeline={pipeline} />, { title: pipeline.name })
})

pipelineRoutes.get('/:id/edit', manage, async (c) => {
  const pipeline = await readPipeline(c.var.scope, pathId(c))
  const chosen = pipeline.departments.map(({ id }) => id)
  return draw(c, { pipeline, raw: { name: pipeline.name }, chosen })
})

pipelineRoutes.post('/:id', manage, async (c) => {
  const { scope, product } = c.var
  const pipeline = await readPipeline(scope, pathId(c))
  const { raw, all } = await readForm(c)
  const { departments } = await product.directories.of(scope)
  const { input, errors } = readPipelineForm(scope, raw, all, departments)
  if (Object.keys(errors).length > 0)
    return draw(c, { pipeline, raw, errors, chosen: all('departments') })
  await savePipeline(scope, pipeline, input)
  return go(c, `${place}/${pipeline.id}`, { kind: 'success', text: words(c).saved })
})

for (const [path, isHidden] of [
  ['hide', true],
  ['show', false],
] as const)
  pipelineRoutes.post(`/:id/${path}`, manage, async (c) => {
    const { scope } = c.var
    const all = await readPipelines(scope)
    const pipeline = await readPipeline(scope, pathId(c))
    const isLast = !all.some(({ id, hidden }) => id !== pipeline.id && !hidden)
    if (isHidden && isLast) return go(c, place, { kind: 'danger', text: words(c).lastOne })
    await hide(scope, 'pipeline', pipeline, isHidden)
    return go(c, place, { kind: 'success', text: words(c).saved })
  })

addStageRoutes(pipelineRoutes)

type Drawn = { pipeline?: Pipeline; raw: Raw; errors?: Errors; chosen: string[] }

async function draw(c: Context<Site>, { pipeline, raw, errors, chosen }: Drawn) {
  const { scope, product } = c.var
  const { departments } = await product.directories.of(scope)
  const page = (
    <PipelineFormPage
      {...{ scope, raw, errors, chosen, departments }}
      action={pipeline ? `${place}/${pipeline.id}` : place}
      isNew={!pipeline}
      once={pipeline ? undefined : onceKey(raw)}
    />
  )
  const title = pipeline ? words(c).edit : words(c).add
  return c.render(page, { title, status: errors ? 422 : 200 })
}
