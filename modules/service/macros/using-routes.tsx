import type { Context, Hono } from 'hono'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { answeredSince, latestMessage } from '../conversation/reading.ts'
import { linkingText } from '../linking/messages.ts'
import { sayUnsent, whyUnsent } from '../outgoing/unsent.ts'
import { readCategories, readStates } from '../states/reading.ts'
import { ticketKind } from '../tickets/kind.ts'
import { holdTicket } from '../tickets/moving.ts'
import { readTicket } from '../tickets/ticket-record.ts'
import { isMacro, usableMacro, usableMacros } from './macros.ts'
import { macroText } from './messages.ts'
import { applyMacro, previewOf } from './using.ts'
import { UsePage } from './views/use-page.tsx'

/** Draws the choice of a macro for a ticket, and what the chosen one comes to on it. */
async function draw(c: Context<Site>, chosen?: string, typed?: { raw: Raw; errors: Errors }) {
  const { scope } = c.var
  const ticket = await readTicket(scope, pathId(c), ticketKind.edit)
  const [macros, states, categories, latest, macro, why] = await Promise.all([
    usableMacros(scope),
    readStates(scope),
    readCategories(scope),
    latestMessage(scope, ticket.id),
    chosen && isId(chosen) ? usableMacro(scope, chosen) : undefined,
    whyUnsent(scope, ticket.id),
  ])
  const preview = macro && previewOf(scope, ticket, macro)
  const unsent = why && macro?.kind === 'answer' ? sayUnsent(scope.locale, why) : undefined
  const page = (
    <UsePage
      {...{ scope, ticket, macros, states, categories, latest, macro, preview, typed, unsent }}
      once={onceKey(typed?.raw)}
    />
  )
  return c.render(page, {
    title: macroText(scope.locale).use.title,
    status: typed ? 422 : 200,
  })
}

/** That a colleague has answered since the preview was drawn, said once. */
async function fasterThan(scope: Scope, ticketId: string, { latest }: Raw) {
  const faster = latest ? await answeredSince(scope, ticketId, latest) : undefined
  return faster && macroText(scope.locale).use.faster(faster.author)
}

/** Using a saved reply or macro on a ticket, once it was seen what it comes to. */
export function addMacroUse(routes: Hono<Site>): void {
  const edit = allow(ticketKind.edit)

  routes.get('/:id/macros', edit, (c) => draw(c, c.req.query('macro')))

  routes.post('/:id/macros', edit, async (c) => {
    const { scope, product } = c.var
    const { raw } = await readForm(c)
    const t = macroText(scope.locale).use
    const ticket = await readTicket(scope, pathId(c), ticketKind.edit)
    if (!raw.macro || !isId(raw.macro)) return draw(c)
    const macro = await usableMacro(scope, raw.macro)
    const errors: Errors = {}
    const typed = (raw.text ?? '').trim()
    const text = typed === '' ? undefined : parseText(typed, { most: 10_000 })
    if (text && !text.ok) errors.text = sayProblem(text.problem, scope.locale)
    if (!text && !isMacro(macro)) errors.text = t.needed
    // What was seen is what is done: a macro that was changed meanwhile is looked at again.
    if (raw.seen !== String(macro.version)) errors[''] = t.meanwhile
    const { goneInto } = ticket
    if (goneInto) errors[''] = linkingText(scope.locale).merge.answerThere(goneInto.number)
    const to = await once(scope, raw, async () => {
      await holdTicket(scope, ticket.id)
      const faster = text && macro.kind === 'answer' && (await fasterThan(scope, ticket.id, raw))
      if (faster) errors[''] ??= faster
      if (Object.keys(errors).length > 0) return undefined
      const written = text?.ok ? text.value : ''
      const version = versionOf(raw)
      const came = await applyMacro(scope, product.registry, ticket, version, macro, written)
      if (came === 'done') return `${ticketKind.href}/${ticket.id}`
      errors[''] = t.gone
      return undefined
    })
    if (!to) return draw(c, raw.macro, { raw, errors })
    return go(c, to, { kind: 'success', text: t.done })
  })
}
