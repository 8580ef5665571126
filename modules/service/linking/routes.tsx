import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { parseText } from '../../../core/values/text.ts'
import { ticketKind } from '../tickets/kind.ts'
import { readTicket, type TicketRecord } from '../tickets/ticket-record.ts'
import { linkTickets, type Meant, ticketMeant, unlinkTickets } from './links.ts'
import { mergeTickets } from './merging.ts'
import { linkingText } from './messages.ts'
import { type Piece, readPiece, splitTicket } from './splitting.ts'
import { MergePage, SplitPage } from './views/forms.tsx'
import { MergingPage } from './views/merging.tsx'

const edit = allow(ticketKind.edit)
const page = (id: string) => `${ticketKind.href}/${id}`

const asked = (c: Context<Site>) => readTicket(c.var.scope, pathId(c), ticketKind.edit)

/** The other ticket that a number means, or why it cannot be. */
async function otherOf(c: Context<Site>, ticket: TicketRecord, number: string) {
  const t = linkingText(c.var.scope.locale)
  const other = await ticketMeant(c.var.scope, number)
  if (!other) return t.unknown
  return other.id === ticket.id ? t.itself : other
}

/** A ticket that went into another one is merged no more, were the button only pressed twice. */
const leave = (c: Context<Site>, { id, goneInto }: TicketRecord) => go(c, page(goneInto?.id ?? id))

/** How tickets stand to each other: linked, merged, split. */
export function addLinkingRoutes(routes: Hono<Site>): void {
  routes.post('/:id/links', edit, async (c) => {
    const ticket = await asked(c)
    const { raw } = await readForm(c)
    const other = await otherOf(c, ticket, raw.number ?? '')
    const wrong =
      typeof other === 'string'
        ? other
        : (await linkTickets(c.var.scope, 'related', ticket.id, other.id)) === 'there' &&
          linkingText(c.var.scope.locale).there
    return go(c, page(ticket.id), wrong ? { kind: 'danger', text: wrong } : undefined)
  })

  routes.get('/:id/merge', edit, async (c) => {
    const ticket = await asked(c)
    return ticket.goneInto ? leave(c, ticket) : drawMerge(c, ticket, {}, {})
  })

  // The first answer shows which ticket that number is; only the second one merges.
  routes.post('/:id/merge', edit, async (c) => {
    const { scope, product } = c.var
    const ticket = await asked(c)
    if (ticket.goneInto) return leave(c, ticket)
    const { raw } = await readForm(c)
    const other = await otherOf(c, ticket, raw.number ?? '')
    if (typeof other === 'string') return drawMerge(c, ticket, raw, { number: other })
    if (other.goneInto)
      return drawMerge(c, ticket, raw, {
        number: linkingText(scope.locale).merge.goneToo(other.goneInto.number),
      })
    if (raw.into !== other.id) return drawMerging(c, ticket, other)
    const { id, values } = ticket
    await once(scope, raw, async () => {
      await mergeTickets(scope, product.registry, { id, number: values.number }, other)
      return page(other.id)
    })
    const text = linkingText(scope.locale).merge.done(other.number)
    return go(c, page(other.id), { kind: 'success', text })
  })
}

/** A message that becomes a ticket of its own. */
export const pieceRoutes = new Hono<Site>()

const pieceAsked = async (c: Context<Site>) => {
  const piece = await readPiece(c.var.scope, pathId(c))
  return { piece, ticket: await readTicket(c.var.scope, piece.ticketId, ticketKind.edit) }
}

pieceRoutes.get('/:id/split', edit, async (c) => {
  const { piece, ticket } = await pieceAsked(c)
  return drawSplit(c, ticket, piece, { subject: ticket.values.name })
})

pieceRoutes.post('/:id/split', edit, async (c) => {
  const { scope, product } = c.var
  const { piece, ticket } = await pieceAsked(c)
  const { raw } = await readForm(c)
  const t = linkingText(scope.locale).split
  const fields = new Fields(raw, scope.locale)
  const subject = fields.need('subject', t.subject, (text) => parseText(text, { most: 300 }), '')
  const to = await once(scope, raw, async () =>
    Object.keys(fields.errors).length > 0
      ? undefined
      : page(await splitTicket(scope, product.registry, ticket, piece, subject)),
  )
  if (!to) return drawSplit(c, ticket, piece, raw, fields.errors)
  return go(c, to, { kind: 'success', text: t.done })
})

/** The links themselves. */
export const linkRoutes = new Hono<Site>()

linkRoutes.post('/:id/remove', edit, async (c) =>
  go(c, page(await unlinkTickets(c.var.scope, pathId(c)))),
)

function drawMerge(c: Context<Site>, ticket: TicketRecord, raw: Raw, errors: Errors) {
  const { scope } = c.var
  const drawn = <MergePage {...{ scope, ticket, raw, errors }} once={onceKey(raw)} />
  const title = linkingText(scope.locale).merge.title(ticket.values.name)
  return c.render(drawn, { title, status: Object.keys(errors).length > 0 ? 422 : 200 })
}

async function drawMerging(c: Context<Site>, ticket: TicketRecord, { id }: Meant) {
  const { scope } = c.var
  const other = await readTicket(scope, id, ticketKind.edit)
  const drawn = <MergingPage {...{ scope, ticket, other }} once={onceKey()} />
  return c.render(drawn, { title: linkingText(scope.locale).merge.title(ticket.values.name) })
}

function drawSplit(
  c: Context<Site>,
  ticket: TicketRecord,
  piece: Piece,
  raw: Raw,
  errors: Errors = {},
) {
  const { scope } = c.var
  const drawn = <SplitPage {...{ scope, ticket, raw, piece, errors }} once={onceKey(raw)} />
  const status = Object.keys(errors).length > 0 ? 422 : 200
  return c.render(drawn, { title: linkingText(scope.locale).split.title, status })
}
