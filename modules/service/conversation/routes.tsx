import type { Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm, readUploads } from '../../../core/http/form.ts'
import { once } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { keptToast } from '../../../core/records/mentioned.ts'
import { requireReach } from '../../../core/records/reach.ts'
import { linkingText } from '../linking/messages.ts'
import { inUse, readStates } from '../states/reading.ts'
import { ticketKind } from '../tickets/kind.ts'
import { changeState, holdTicket } from '../tickets/moving.ts'
import { readTicket } from '../tickets/ticket-record.ts'
import { longestMessage, readComposed } from './composing.ts'
import { keepDraft, writersOn } from './drafts.ts'
import { conversationText } from './messages.ts'
import { writtenKinds } from './views/composer.tsx'
import { WritingNow } from './views/writing-now.tsx'
import { writeComposed } from './writing.ts'

type Draw = (c: Context<Site>, id: string, said: { raw: Raw; errors: Errors }) => Promise<Response>

/** What one does in the conversation of a ticket. */
export function addConversationRoutes(routes: Hono<Site>, draw: Draw): void {
  const edit = allow(ticketKind.edit)
  const page = (id: string) => `${ticketKind.href}/${id}`

  routes.post('/:id/messages', edit, async (c) => {
    const { scope, product } = c.var
    const ticket = await readTicket(scope, pathId(c), ticketKind.edit)
    const { raw } = await readForm(c)
    const files = await readUploads(c, 'file')
    const t = conversationText(scope.locale).write
    let errors: Errors = {}
    let shown = raw
    let untold: string[] = []
    const { goneInto } = ticket
    if (goneInto) {
      const gone = linkingText(scope.locale).merge.answerThere(goneInto.number)
      return draw(c, ticket.id, { raw, errors: { '': gone } })
    }
    const to = await once(scope, raw, async () => {
      // Of two who answer at the same moment the second sees what the first has said.
      await holdTicket(scope, ticket.id)
      const composed = await readComposed(scope, ticket.id, raw)
      errors = composed.errors
      if (composed.seen) shown = { ...raw, seen: composed.seen }
      if (Object.keys(errors).length > 0) return undefined
      const written = await writeComposed(
        ...([product.env, scope, product.registry, ticket, composed, files] as const),
      )
      if ('refused' in written) {
        errors = { file: written.refused }
        return undefined
      }
      untold = written.untold
      return page(ticket.id)
    })
    if (!to) return draw(c, ticket.id, { raw: shown, errors })
    const said = raw.kind === 'note' ? t.noted : raw.kind === 'customer' ? t.wrote : t.sent
    return go(c, to, keptToast(scope, said, untold))
  })

  routes.post('/:id/draft', edit, async (c) => {
    const { scope } = c.var
    const id = pathId(c)
    await requireReach(scope, ticketKind, [id], ticketKind.edit)
    const { raw } = await readForm(c)
    const kind = writtenKinds.find((one) => one === raw.kind) ?? 'answer'
    const text = (raw.text ?? '').replaceAll('\0', '').slice(0, longestMessage)
    await keepDraft(scope, id, { kind, text })
    return c.body(null, 204)
  })

  routes.get('/:id/writing', allow(ticketKind.view), async (c) => {
    const { scope } = c.var
    const id = pathId(c)
    await requireReach(scope, ticketKind, [id], ticketKind.view)
    const writers = await writersOn(scope, id)
    const piece = <WritingNow scope={scope} href={page(id)} writers={writers} />
    return c.render(piece, { title: conversationText(scope.locale).title })
  })

  routes.post('/:id/state', edit, async (c) => {
    const { scope, product } = c.var
    const id = pathId(c)
    await requireReach(scope, ticketKind, [id], ticketKind.edit)
    const { raw } = await readForm(c)
    const t = conversationText(scope.locale).state
    const to = inUse(await readStates(scope)).find((one) => one.id === raw.state)
    if (!to) return go(c, page(id), { kind: 'danger', text: t.gone })
    await changeState(scope, product.registry, id, to.id)
    return go(c, page(id), { kind: 'success', text: t.done(to.name) })
  })
}
