import type { Context, Hono } from 'hono'
import { today } from '../../../core/calendar/reading.ts'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { formatDay } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseDate, printDate } from '../../../core/values/date.ts'
import { parseText } from '../../../core/values/text.ts'
import { ticketKind } from '../tickets/kind.ts'
import { readTicket } from '../tickets/ticket-record.ts'
import { claim, law, outcome } from './choices.ts'
import { usualLaw } from './clock.ts'
import { type DataRequestInput, readDataRequest, saveDataRequest } from './data-requests.ts'
import { dataRequestText } from './messages.ts'
import { DataRequestPage } from './views/data-request-page.tsx'

async function draw(c: Context<Site>, typed?: { raw: Raw; errors: Errors }) {
  const { scope } = c.var
  const ticket = await readTicket(scope, pathId(c), ticketKind.edit)
  const known = await readDataRequest(scope, ticket.id)
  const came = known?.receivedOn ?? formatDay(scope.company.timeZone, ticket.openedAt)
  const raw = typed?.raw ?? {
    ...{
      claim: known?.claim ?? '',
      law: known?.law ?? usualLaw(scope.company),
      identity: known?.identity,
    },
    ...{ receivedOn: printDate(came, scope.locale), extended: known?.extended ? 'on' : undefined },
    ...{ outcome: known?.outcome ?? '', reason: known?.reason },
  }
  const page = <DataRequestPage {...{ scope, ticket, known, raw }} errors={typed?.errors ?? {}} />
  return c.render(page, {
    title: dataRequestText(scope.locale).title,
    status: typed ? 422 : 200,
  })
}

function readDataRequestForm(scope: Scope, raw: Raw) {
  const { locale } = scope
  const t = dataRequestText(locale)
  const day = today(scope)
  const fields = new Fields(raw, locale)
  const prose = (text: string) => parseText(text, { most: 5_000 })
  const input: DataRequestInput = {
    claim: fields.need('claim', t.claim, claim.parse, 'access'),
    law: fields.need('law', t.law, law.parse, usualLaw(scope.company)),
    receivedOn: fields.need('receivedOn', t.received, (text) => parseDate(text, {}), day),
    extended: raw.extended === 'on',
    identity: fields.may('identity', prose) ?? '',
    outcome: fields.may('outcome', outcome.parse),
    reason: fields.may('reason', prose) ?? '',
  }
  if (input.receivedOn > day) fields.refuse('receivedOn', t.tooLate)
  if (input.outcome && input.outcome !== 'granted' && input.reason === '')
    fields.refuse('reason', t.reasonNeeded)
  return { input, errors: fields.errors }
}

/** What a customer asks about their data, and what came of it, on a page of its ticket. */
export function addDataRequestRoutes(routes: Hono<Site>): void {
  const edit = allow(ticketKind.edit)

  routes.get('/:id/data-request', edit, (c) => draw(c))

  routes.post('/:id/data-request', edit, async (c) => {
    const { scope } = c.var
    const { id } = await readTicket(scope, pathId(c), ticketKind.edit)
    const { raw } = await readForm(c)
    const t = dataRequestText(scope.locale)
    const { input, errors } = readDataRequestForm(scope, raw)
    if (Object.keys(errors).length > 0) return draw(c, { raw, errors })
    if ((await saveDataRequest(scope, id, versionOf(raw), input)) === 'conflict')
      return draw(c, { raw, errors: { '': t.conflict } })
    return go(c, `${ticketKind.href}/${id}`, { kind: 'success', text: t.saved })
  })
}
