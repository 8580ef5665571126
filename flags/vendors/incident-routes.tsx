import { type Context, Hono } from 'hono'
import { may } from '../../core/access/person.ts'
import { allow } from '../../core/http/allow.ts'
import { Fields } from '../../core/http/fields.ts'
import { readForm } from '../../core/http/form.ts'
import { pathId } from '../../core/http/path-id.ts'
import { notFound } from '../../core/http/refusal.ts'
import { go } from '../../core/http/render.tsx'
import type { Site } from '../../core/http/site.ts'
import { parseText } from '../../core/values/text.ts'
import { registerRoutes } from '../register/routes.tsx'
import { clocksOf } from './clocks.ts'
import { vendorText } from './messages.ts'
import { noteNotice } from './notices.ts'
import { readIncidents, readNotices } from './reading.ts'
import { incidentRegister } from './registers.ts'
import { IncidentsPage } from './views/incidents.tsx'

/** What happened to data, and who was told of it. */
export const incidentRoutes = new Hono<Site>()

incidentRoutes.get('/', allow('core.vendors.view'), (c) => draw(c))

incidentRoutes.post('/:id/notices', allow('core.vendors.manage'), async (c) => {
  const { scope } = c.var
  const t = vendorText(scope.locale).incident
  const [incident] = await readIncidents(scope, pathId(c))
  if (!incident) throw notFound()
  const { raw } = await readForm(c)
  const ticking = clocksOf(incident, new Map()).find(({ clock }) => clock === raw.clock)
  if (!ticking) throw notFound()
  const fields = new Fields(raw, scope.locale)
  const note = fields.may('note', (text) => parseText(text, { most: 500 }))
  const { id } = incident
  if (!note)
    return draw(c, {
      incident: id,
      clock: ticking.clock,
      error: fields.errors.note ?? t.howMissing,
    })
  await noteNotice(scope, id, ticking.clock, note)
  return go(c, '/rollout/contracts/incidents', { kind: 'success', text: t.noted })
})

incidentRoutes.route('/', registerRoutes(incidentRegister))

type Wrong = { incident: string; clock: string; error: string }

async function draw(c: Context<Site>, wrong?: Wrong) {
  const { scope } = c.var
  const [incidents, notices] = await Promise.all([readIncidents(scope), readNotices(scope)])
  const page = (
    <IncidentsPage
      scope={scope}
      incidents={incidents}
      notices={notices}
      mayManage={may(scope.user, 'core.vendors.manage')}
      wrong={wrong}
    />
  )
  const title = vendorText(scope.locale).incident.title
  return c.render(page, { title, status: wrong ? 422 : 200 })
}
