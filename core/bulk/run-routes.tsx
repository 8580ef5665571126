import { type Context, Hono } from 'hono'
import { allowAll } from '../http/allow.ts'
import { pathId } from '../http/path-id.ts'
import { notFound } from '../http/refusal.ts'
import { go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import type { Listed } from '../lists/listed.ts'
import { findSubjects } from '../records/subjects.ts'
import { openList } from './lists.ts'
import { bulkText } from './messages.ts'
import { type BulkRun, cancelRun, findRun, refusedIn } from './runs.ts'
import { RunPage, RunProgress } from './views/run-page.tsx'

/** Work on many records, as far as it has come; a run disappears with the module of its list. */
export const runRoutes = new Hono<Site>()

runRoutes.get('/:id', allowAll, async (c) => {
  const { scope, product } = c.var
  const { run, list } = await find(c)
  const refused = run.refused > 0 ? await refusedIn(scope, run.id) : []
  const references = refused.map(({ recordId }) => ({ object: list.bulk.object, recordId }))
  const subjects = await findSubjects(product.registry, scope, references)
  const page = <RunPage scope={scope} run={run} list={list} names={[...subjects.values()]} />
  return c.render(page, { title: bulkText(scope.locale).deeds[run.order.deed] })
})

runRoutes.get('/:id/progress', allowAll, async (c) => {
  const { run } = await find(c)
  if (run.state !== 'running') return go(c, `/lists/runs/${run.id}`)
  const { scope } = c.var
  const title = bulkText(scope.locale).deeds[run.order.deed]
  return c.render(<RunProgress scope={scope} run={run} />, { title })
})

runRoutes.post('/:id/cancel', allowAll, async (c) => {
  const { run } = await find(c)
  await cancelRun(c.var.scope, run.id)
  return go(c, `/lists/runs/${run.id}`)
})

async function find(c: Context<Site>): Promise<{ run: BulkRun; list: Listed }> {
  const { scope, product } = c.var
  const run = await findRun(scope, pathId(c))
  const list = openList(product.registry, scope, run.list, 'read')
  if (!list) throw notFound()
  return { run, list }
}
