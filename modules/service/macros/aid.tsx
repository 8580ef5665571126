import { LinkButton } from '../../../views/button.tsx'
import { ticketKind } from '../tickets/kind.ts'
import type { TicketPart } from '../tickets/part.ts'
import { isMacro, usableMacros } from './macros.ts'
import { macroText } from './messages.ts'

/** So many stand at hand; the others are one step away. */
const mostShown = 4

/** Saved replies where an answer is written; each leads to what it comes to on this ticket. */
export const macroAid: TicketPart = async (scope, ticket) => {
  if (!ticket.mayEdit || ticket.archivedAt) return undefined
  const macros = await usableMacros(scope)
  if (macros.length === 0) return undefined
  const href = `${ticketKind.href}/${ticket.id}/macros`
  return (
    <div class="actions" data-tour="use-macro" data-testid="macro-aid">
      {macros.slice(0, mostShown).map((macro) => (
        <LinkButton
          href={`${href}?macro=${macro.id}`}
          icon={isMacro(macro) ? 'bolt' : 'message'}
          small
        >
          {macro.name}
        </LinkButton>
      ))}
      <LinkButton href={href} kind="quiet" small>
        {macroText(scope.locale).use.all}
      </LinkButton>
    </div>
  )
}
