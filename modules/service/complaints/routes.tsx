import type { Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseText } from '../../../core/values/text.ts'
import { ticketKind } from '../tickets/kind.ts'
import { readTicket } from '../tickets/ticket-record.ts'
import { cause } from './causes.ts'
import { type ComplaintInput, readComplaint, saveComplaint } from './complaints.ts'
import { complaintText } from './messages.ts'
import { ComplaintPage } from './views/complaint-page.tsx'

async function draw(c: Context<Site>, typed?: { raw: Raw; errors: Errors }) {
  const { scope } = c.var
  const ticket = await readTicket(scope, pathId(c), ticketKind.edit)
  const known = await readComplaint(scope, ticket.id)
  const raw = typed?.raw ?? {
    ...{ cause: known?.cause, rootCause: known?.rootCause, prevention: known?.prevention },
    prevented: known?.prevented ? 'on' : undefined,
  }
  const version = known?.version ?? 0
  const page = <ComplaintPage {...{ scope, ticket, raw, version }} errors={typed?.errors ?? {}} />
  return c.render(page, {
    title: complaintText(scope.locale).title,
    status: typed ? 422 : 200,
  })
}

function readComplaintForm({ locale }: Scope, raw: Raw) {
  const t = complaintText(locale)
  const fields = new Fields(raw, locale)
  const prose = (text: string) => parseText(text, { most: 5_000 })
  const input: ComplaintInput = {
    cause: fields.need('cause', t.cause, cause.parse, 'other'),
    rootCause: fields.need('rootCause', t.rootCause, prose, ''),
    prevention: fields.may('prevention', prose) ?? '',
    prevented: raw.prevented === 'on',
  }
  return { input, errors: fields.errors }
}

/** Why a complaint came, and what prevents the next, on a page of its ticket. */
export function addComplaintRoutes(routes: Hono<Site>): void {
  const edit = allow(ticketKind.edit)

  routes.get('/:id/complaint', edit, (c) => draw(c))

  routes.post('/:id/complaint', edit, async (c) => {
    const { scope } = c.var
    const { id } = await readTicket(scope, pathId(c), ticketKind.edit)
    const { raw } = await readForm(c)
    const t = complaintText(scope.locale)
    const { input, errors } = readComplaintForm(scope, raw)
    if (Object.keys(errors).length > 0) return draw(c, { raw, errors })
    if ((await saveComplaint(scope, id, versionOf(raw), input)) === 'conflict')
      return draw(c, { raw, errors: { '': t.conflict } })
    return go(c, `${ticketKind.href}/${id}`, { kind: 'success', text: t.saved })
  })
}
