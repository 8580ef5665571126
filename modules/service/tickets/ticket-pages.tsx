import type { Context } from 'hono'
import { isId } from '../../../core/db/id.ts'
import { conflictFields } from '../../../core/fields/conflicts.ts'
import { readSuggestions } from '../../../core/fields/suggestions.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { onceKey } from '../../../core/http/once.ts'
import type { Site } from '../../../core/http/site.ts'
import { readBeside } from '../../../core/lists/beside.ts'
import { openLeft } from '../../../core/lists/opening.ts'
import { placeOf } from '../../../core/lists/place.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { readSaver } from '../../../core/records/history.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { readPanels } from '../../../core/records/panels.ts'
import { timelineViewOf } from '../../../core/records/timeline-view.ts'
import { tellTimeline } from '../../../core/records/told.ts'
import { versionDeeds } from '../../../core/records/traces.ts'
import { readSides } from '../../contacts/public.ts'
import { readConversing } from '../conversation/conversing.ts'
import { readCategories } from '../states/reading.ts'
import { ticketPanels } from '../ticket-panels.ts'
import { ticketFacts, ticketSides, writingAids } from '../ticket-parts.ts'
import { ticketKind } from './kind.ts'
import { ticketsText } from './messages.ts'
import type { TicketPart } from './part.ts'
import { ticketFields } from './ticket-fields.ts'
import { readTicket, type TicketRecord } from './ticket-record.ts'
import { TicketForm } from './views/ticket-form.tsx'
import { TicketPage } from './views/ticket-page.tsx'

/** What somebody wrote that could not be kept yet. */
type Said = { raw: Raw; errors: Errors }

/** Draws the page of one ticket with its conversation. */
export async function drawTicket(c: Context<Site>, id: string, said?: Said): Promise<Response> {
  const { scope, product } = c.var
  const { object } = ticketKind
  const ticket = await readTicket(scope, id)
  const earlier = c.req.query('messages')
  const read = (parts: readonly TicketPart[]) =>
    Promise.all(parts.map((part) => part(scope, ticket)))
  const [timeline, sides, { colleagues }, panels, beside, conversing, ...parts] = await Promise.all(
    [
      tellTimeline(product.registry, scope, object, id, timelineViewOf(c)),
      readSides(scope, { object, recordId: id }),
      product.directories.of(scope),
      readPanels(product.registry, scope, object, id, ticketPanels(ticket)),
      openLeft(c, ticketKind).then((list) => readBeside(scope, ticketKind, list, id)),
      readConversing(scope, id, earlier && isId(earlier) ? earlier : undefined),
      read(ticketSides),
      read(ticketFacts),
      read(writingAids),
    ],
  )
  const [own, facts, aids] = parts
  const page = (
    <TicketPage
      {...{ scope, ticket, timeline, sides, colleagues, beside, conversing, said }}
      panels={[own, panels]}
      facts={facts}
      aids={aids}
      listHref={placeOf(c, ticketKind)}
      once={onceKey(said?.raw)}
    />
  )
  const title = `${ticket.values.number} ${ticket.values.name}`
  return c.render(page, { title, status: said ? 422 : 200 })
}

type Drawn = { ticket?: TicketRecord; raw: Raw; errors?: Errors; version?: number }

/** Draws the form of a ticket: new, edit and error alike. */
export async function drawTicketForm(c: Context<Site>, drawn: Drawn): Promise<Response> {
  const { scope } = c.var
  const { ticket, raw, errors = {}, version } = drawn
  const t = ticketsText(scope.locale)
  const [suggestions, categories] = await Promise.all([
    readSuggestions(scope, ticketKind, ticketFields),
    readCategories(scope),
  ])
  const page = (
    <TicketForm
      {...{ scope, ticket, raw, errors, version, suggestions, categories }}
      once={ticket ? undefined : onceKey(raw)}
    />
  )
  const title = ticket ? t.editTitle(ticket.values.name) : t.addTitle
  return c.render(page, { title, status: drawn.errors ? 422 : 200 })
}

/** Somebody saved the ticket meanwhile: both sides, field by field. */
export async function drawTicketConflict(
  c: Context<Site>,
  id: string,
  raw: Raw,
  version: number,
): Promise<Response> {
  const { scope } = c.var
  const now = await readTicket(scope, id, ticketKind.edit)
  const all = fieldsOf(scope, ticketKind)
  const fields = await conflictFields(scope, ticketKind, all, now, raw, version)
  const t = ticketsText(scope.locale)
  const links = (['person', 'account'] as const)
    .filter((name) => now[name] || !now[`${name}Id`])
    .map((name) => ({
      ...{ name, label: t[name] },
      ...{ theirs: now[name]?.name ?? '', yours: raw[name] ?? '' },
    }))
  return drawConflict(c, {
    title: now.values.name,
    action: `${ticketKind.href}/${id}`,
    fields: [...fields, ...links],
    version: now.version,
    savedBy: await readSaver(scope, ticketKind.object, id, versionDeeds),
    savedAt: now.updatedAt,
  })
}
