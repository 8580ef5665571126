import { Panel, PanelItem } from '../../../views/panel.tsx'
import { Pill } from '../../../views/pill.tsx'
import { ticketKind } from '../tickets/kind.ts'
import type { TicketPart } from '../tickets/part.ts'
import { cause } from './causes.ts'
import { readComplaint } from './complaints.ts'
import { complaintText } from './messages.ts'

/** Why a complaint came, beside it; the way to write it down where nobody has yet. */
export const complaintPanel: TicketPart = async (scope, ticket) => {
  if (ticket.values.type !== 'complaint') return undefined
  const known = await readComplaint(scope, ticket.id)
  const t = complaintText(scope.locale)
  const href = `${ticketKind.href}/${ticket.id}/complaint`
  const mayWrite = ticket.mayEdit && !ticket.archivedAt
  return (
    <Panel
      title={t.title}
      add={!known && mayWrite ? { href, label: t.write } : undefined}
      tour="complaint-cause"
    >
      {known ? (
        <PanelItem
          href={mayWrite ? href : undefined}
          title={cause.print(known.cause, scope.locale)}
          aside={
            known.prevented ? (
              <Pill text={t.prevented} tone="green" />
            ) : (
              known.prevention && <Pill text={t.waiting} tone="orange" />
            )
          }
          note={known.rootCause}
        />
      ) : (
        <p class="hint">{t.open}</p>
      )}
    </Panel>
  )
}
