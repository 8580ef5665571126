import { type Context, Hono } from 'hono'
import { may } from '../../../core/access/person.ts'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { notFound, Refusal } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { readCursor } from '../../../core/records/paging.ts'
import { accountKind, personKind, type RecordKind } from '../kinds.ts'
import { startFinding } from './find-job.ts'
import { duplicatesText } from './messages.ts'
import { countPairs, dismissPairs, pageSize, readPairs } from './pairs.ts'
import { latestRun } from './runs.ts'
import { FindProgress } from './views/progress.tsx'
import { QueuePage, queueHref } from './views/queue-page.tsx'

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
    if (ids.length > pageSize || raw.do !== 'dismiss') throw new Refusal(400)
    if (!ids.every(isId)) throw notFound()
    await dismissPairs(scope, kind, ids)
    const text = duplicatesText(scope.locale).queue.dismissed(ids.length)
    return go(c, queueHref(kind), ids.length > 0 ? { kind: 'success', text } : undefined)
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
  const run = await latestRun(scope, 'find')
  if (run?.state !== 'running') return go(c, '/contacts/duplicates')
  const progress = <FindProgress scope={scope} run={run} />
  return c.render(progress, { title: duplicatesText(scope.locale).queue.looking })
})

async function drawQueue(c: Context<Site>, kind: RecordKind): Promise<Response> {
  const { scope } = c.var
  const cursor = readCursor(new URL(c.req.url).searchParams)
  const [page, total, run] = await Promise.all([
    readPairs(scope, kind, cursor),
    countPairs(scope, kind),
    latestRun(scope, 'find'),
  ])
  const drawn = (
    <QueuePage
      scope={scope}
      kind={kind}
      kinds={[accountKind, personKind].filter(({ edit }) => may(scope.user, edit))}
      page={page}
      total={total}
      run={run}
      mayChange={scope.modules.state('contacts') === 'write'}
      maySet={may(scope.user, 'contacts.duplicates.manage')}
    />
  )
  return c.render(drawn, { title: duplicatesText(scope.locale).title })
}
