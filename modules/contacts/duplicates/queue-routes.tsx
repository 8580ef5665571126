import { type Context, Hono } from 'hono'
import { may } from '../../../core/access/person.ts'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { notFound, Refusal } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { readCursor } from '../../../core/records/paging.ts'
import { accountKind, type ContactsKind, personKind } from '../kinds.ts'
import { startMerging } from '../merging/merge-job.ts'
import { countSure, mergeSure, sure } from './certain.ts'
import { startFinding } from './find-job.ts'
import { duplicatesText } from './messages.ts'
import { countPairs, dismissPairs, openPairs, pageSize, readPairs } from './pairs.ts'
import { latestRun } from './runs.ts'
import { CertainPage } from './views/certain-page.tsx'
import { RunProgress } from './views/progress.tsx'
import { QueuePage } from './views/queue-page.tsx'
import { queueHref } from './views/queue-tabs.ts'

/** The queue of suspected pairs, one page for each kind of record. */
export const queueRoutes = new Hono<Site>()

const paths = [
  ['/', accountKind],
  ['/people', personKind],
] as const

for (const [path, kind] of paths) {
  const edit = allow(kind.edit)
  queueRoutes.get(path, edit, (c) => drawQueue(c, kind))

  queueRoutes.post(path === '/' ? '/bulk' : `${path}/bulk`, edit, async (c) => {
    const { scope } = c.var
    const { raw, all } = await readForm(c)
    const ids = [...new Set(all('id'))]
    if (ids.length > pageSize || !['dismiss', 'merge'].includes(raw.do ?? ''))
      throw new Refusal(400)
    if (!ids.every(isId)) throw notFound()
    if (ids.length === 0) return go(c, queueHref(kind))
    if (raw.do === 'merge') return mergeMany(c, kind, ids)
    await dismissPairs(scope, kind, ids)
    const text = duplicatesText(scope.locale).queue.dismissed(ids.length)
    return go(c, queueHref(kind), { kind: 'success', text })
  })

  const certain = path === '/' ? '/certain' : `${path}/certain`
  queueRoutes.get(certain, edit, async (c) => {
    const { scope } = c.var
    const page = <CertainPage scope={scope} kind={kind} counts={await countSure(scope, kind)} />
    return c.render(page, { title: duplicatesText(scope.locale).certain.title })
  })

  queueRoutes.post(certain, edit, async (c) => {
    const { scope } = c.var
    const { raw } = await readForm(c)
    const score = sure.find((one) => String(one) === raw.score)
    if (!score) throw new Refusal(400)
    const run = await mergeSure(scope, kind, score)
    const text = duplicatesText(scope.locale).many.busy
    return go(c, queueHref(kind), run ? undefined : { kind: 'info', text })
  })
}

queueRoutes.post('/find', allow(accountKind.edit), async (c) => {
  const { scope } = c.var
  const begun = await startFinding(scope)
  const text = duplicatesText(scope.locale).queue.alreadyLooking
  return go(c, '/contacts/duplicates', begun ? undefined : { kind: 'info', text })
})

queueRoutes.get('/progress', allow(accountKind.edit), async (c) => {
  const { scope } = c.var
  const run = await latestRun(scope, c.req.query('task') === 'merge' ? 'merge' : 'find')
  if (run?.state !== 'running') return go(c, '/contacts/duplicates')
  const progress = <RunProgress scope={scope} run={run} />
  return c.render(progress, { title: duplicatesText(scope.locale).queue.looking })
})

async function mergeMany(c: Context<Site>, kind: ContactsKind, ids: string[]): Promise<Response> {
  const { scope } = c.var
  const pairs = await openPairs(scope, kind, ids)
  if (pairs.length !== ids.length) throw notFound()
  const run = await startMerging(
    scope,
    pairs.map(({ firstId, secondId }) => ({ list: kind.list, a: firstId, b: secondId })),
  )
  const text = duplicatesText(scope.locale).many.busy
  return go(c, queueHref(kind), run ? undefined : { kind: 'info', text })
}

async function drawQueue(c: Context<Site>, kind: ContactsKind): Promise<Response> {
  const { scope } = c.var
  const cursor = readCursor(new URL(c.req.url).searchParams)
  const [page, total, run, merging] = await Promise.all([
    readPairs(scope, kind, cursor),
    countPairs(scope, kind),
    latestRun(scope, 'find'),
    latestRun(scope, 'merge'),
  ])
  const drawn = (
    <QueuePage
      scope={scope}
      kind={kind}
      page={page}
      total={total}
      run={run}
      merging={merging?.startedBy === scope.user.id ? merging : undefined}
      mayChange={scope.modules.state('contacts') === 'write'}
      maySet={may(scope.user, 'contacts.duplicates.manage')}
    />
  )
  return c.render(drawn, { title: duplicatesText(scope.locale).title })
}
