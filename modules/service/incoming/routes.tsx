import { Hono } from 'hono'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { manageService } from '../rights.ts'
import { askToTake } from './again.ts'
import { incomingText } from './messages.ts'
import { dropMail, readIncoming, readMails } from './reading.ts'
import { mailStates } from './schema.ts'
import { MailPage } from './views/mail-page.tsx'
import { MailsPage } from './views/mails-page.tsx'

/** What came by mail, for who sets the desk up: mail that waits aside may be anybody's. */
export const incomingRoutes = new Hono<Site>()

const manage = allow(manageService)
const place = '/service/mails'

incomingRoutes.get('/', manage, async (c) => {
  const { scope } = c.var
  const { state: asked, before } = c.req.query()
  const state = mailStates.find((one) => one === asked) ?? 'aside'
  const list = await readMails(scope, state, before && isId(before) ? before : undefined)
  const page = <MailsPage {...{ scope, state, ...list }} />
  return c.render(page, { title: incomingText(scope.locale).title })
})

incomingRoutes.get('/:id', manage, async (c) => {
  const { scope } = c.var
  const mail = await readIncoming(scope, pathId(c))
  const t = incomingText(scope.locale)
  return c.render(<MailPage {...{ scope, mail }} />, { title: mail.subject || t.noSubject })
})

incomingRoutes.post('/:id/take', manage, async (c) => {
  const { scope } = c.var
  const mail = await readIncoming(scope, pathId(c))
  const t = incomingText(scope.locale)
  const here = `${place}/${mail.id}`
  if (mail.state !== 'aside' || mail.reason === 'large')
    return go(c, here, { kind: 'info', text: t.decided })
  await askToTake(scope, mail.id)
  return go(c, here, { kind: 'info', text: t.taking })
})

incomingRoutes.post('/:id/drop', manage, async (c) => {
  const { scope } = c.var
  const { id } = await readIncoming(scope, pathId(c))
  const t = incomingText(scope.locale)
  const text = (await dropMail(scope, id)) ? t.dropped : t.decided
  return go(c, place, { kind: 'success', text })
})
