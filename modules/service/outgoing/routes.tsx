import { Hono } from 'hono'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { recordAudit } from '../../../core/records/audit.ts'
import { manageService } from '../rights.ts'
import { outgoingText } from './messages.ts'
import { sendAgain } from './outcome.ts'
import { outgoingObject, readOutgoing } from './reading.ts'
import { outgoingStates } from './schema.ts'
import { OutgoingPage } from './views/outgoing-page.tsx'

/** What goes out by mail, for who sets the desk up. */
export const outgoingRoutes = new Hono<Site>()

const manage = allow(manageService)

outgoingRoutes.get('/', manage, async (c) => {
  const { scope } = c.var
  const { state: asked, before } = c.req.query()
  const state = outgoingStates.find((one) => one === asked) ?? 'waiting'
  const list = await readOutgoing(scope, state, before && isId(before) ? before : undefined)
  const page = <OutgoingPage {...{ scope, state, ...list }} />
  return c.render(page, { title: outgoingText(scope.locale).title })
})

outgoingRoutes.post('/:id/again', manage, async (c) => {
  const { scope } = c.var
  const id = pathId(c)
  if (!(await sendAgain(scope, id))) throw notFound()
  await recordAudit(scope, { action: 'sent-again', object: outgoingObject, recordId: id })
  const text = outgoingText(scope.locale).queued
  return go(c, '/service/outgoing-mails?state=failed', { kind: 'success', text })
})
