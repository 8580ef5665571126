import { Hono } from 'hono'
import { isId, newId } from '../../../core/db/id.ts'
import { readRecordForm } from '../../../core/fields/record-form.ts'
import { allow } from '../../../core/http/allow.ts'
import { once } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawList } from '../../../core/lists/list-pages.tsx'
import { addListRoutes } from '../../../core/lists/list-routes.tsx'
import { takeFiles } from '../../../core/own-fields/taking-files.ts'
import { orTaken } from '../../../core/own-fields/writing.ts'
import { addCollaboratorRoutes } from '../../../core/records/collaborating.ts'
import { fieldsOf, type RecordKind } from '../../../core/records/kind.ts'
import { reachedName } from '../../../core/records/reach.ts'
import { addRecordRoutes, savedToast } from '../../../core/records/record-routes.tsx'
import type { Scope } from '../../../core/scope.ts'
import { accountKind, personKind } from '../../contacts/public.ts'
import { addChecklistRoutes } from '../checklist/routes.tsx'
import { addConversationRoutes } from '../conversation/routes.tsx'
import { addLinkingRoutes } from '../linking/routes.tsx'
import { ticketKind } from './kind.ts'
import { openTicket } from './opening.ts'
import { usualValues } from './ticket-fields.ts'
import { type ReadTicket, readTicketForm, ticketRaw } from './ticket-form.ts'
import { ticketList } from './ticket-list.ts'
import { drawTicket, drawTicketConflict, drawTicketForm } from './ticket-pages.tsx'
import { readTicket } from './ticket-record.ts'
import { saveTicket } from './tickets.ts'

/** Tickets: the list, the record, its form. */
export const ticketRoutes = new Hono<Site>()

const ticketAt = (recordId: string) => ({ object: ticketKind.object, recordId })

const view = allow(ticketKind.view)
const edit = allow(ticketKind.edit)

ticketRoutes.get('/', view, (c) => drawList(c, ticketList))

ticketRoutes.get('/new', edit, async (c) => {
  const { scope } = c.var
  const { account, person } = c.req.query()
  const raw = {
    account: await nameOf(scope, accountKind, account),
    person: await nameOf(scope, personKind, person),
  }
  return drawTicketForm(c, { raw: { ...usualValues, ...raw } })
})

/** The name of the record that the link of a panel leads from, for who may see it. */
const nameOf = (scope: Scope, kind: RecordKind, id: string | undefined) =>
  id && isId(id) ? reachedName(scope, kind, id, kind.view) : undefined

addListRoutes(ticketRoutes, ticketList)
addRecordRoutes(ticketRoutes, ticketKind, drawTicket)
addConversationRoutes(ticketRoutes, drawTicket)
addChecklistRoutes(ticketRoutes)
addLinkingRoutes(ticketRoutes)
addCollaboratorRoutes(ticketRoutes, ticketKind)

ticketRoutes.post('/', edit, async (c) => {
  const { scope, product } = c.var
  const raw = await readRecordForm(c, fieldsOf(scope, ticketKind))
  let read: ReadTicket | undefined
  const to = await once(scope, raw, async () => {
    const given = newId()
    const refused = await takeFiles(c, ticketAt(given), raw)
    read = await readTicketForm(scope, raw)
    const errors = Object.assign(read.errors, refused)
    if (Object.keys(errors).length > 0) return undefined
    const { input, text, fromName } = read
    const { name: subject, channel } = input.values
    const who = input.personId ? {} : { fromName }
    const opening = { ...input, ...who, subject, text, channel: channel ?? usualValues.channel }
    const made = await orTaken(errors, () => openTicket(scope, product.registry, opening, given))
    return made && `${ticketKind.href}/${given}`
  })
  if (!to) return drawTicketForm(c, { raw, errors: read?.errors ?? {} })
  return go(c, to, savedToast(scope, read?.understood))
})

ticketRoutes.get('/:id', view, (c) => drawTicket(c, pathId(c)))

ticketRoutes.get('/:id/edit', edit, async (c) => {
  const ticket = await readTicket(c.var.scope, pathId(c), ticketKind.edit)
  return drawTicketForm(c, {
    ...{ ticket, raw: ticketRaw(c.var.scope, ticket), version: ticket.version },
  })
})

ticketRoutes.post('/:id', edit, async (c) => {
  const { scope, product } = c.var
  const ticket = await readTicket(scope, pathId(c), ticketKind.edit)
  const raw = await readRecordForm(c, fieldsOf(scope, ticketKind))
  const version = versionOf(raw)
  const refused = await takeFiles(c, ticketAt(ticket.id), raw, ticket.values)
  const { input, errors, understood } = await readTicketForm(scope, raw, ticket)
  Object.assign(errors, refused)
  const saved =
    Object.keys(errors).length === 0 &&
    (await orTaken(errors, () => saveTicket(scope, product.registry, ticket, version, input)))
  if (!saved) return drawTicketForm(c, { ticket, raw, version, errors })
  if (saved === 'conflict') return drawTicketConflict(c, ticket.id, raw, version)
  return go(c, `${ticketKind.href}/${ticket.id}`, savedToast(scope, understood))
})
