import { today } from '../../../core/calendar/reading.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { printDate } from '../../../core/values/date.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { Pill, type Tone } from '../../../views/pill.tsx'
import { ticketKind } from '../tickets/kind.ts'
import type { TicketPart } from '../tickets/part.ts'
import { claim } from './choices.ts'
import { daysLeft } from './clock.ts'
import { type DataRequest, readDataRequest } from './data-requests.ts'
import { dataRequestText } from './messages.ts'

/** How a request stands against its last day, in words that need no colour. */
export function standingOf(
  locale: Locale,
  day: string,
  { dueOn, doneOn }: Pick<DataRequest, 'dueOn' | 'doneOn'>,
): { text: string; tone: Tone } {
  const t = dataRequestText(locale)
  if (doneOn)
    return doneOn <= dueOn
      ? { text: t.inTime, tone: 'green' }
      : { text: t.afterwards, tone: 'orange' }
  const left = daysLeft(day, dueOn)
  if (left < 0) return { text: t.late(formatNumber(locale, -left)), tone: 'red' }
  if (left === 0) return { text: t.today, tone: 'red' }
  return { text: t.left(formatNumber(locale, left)), tone: left <= 7 ? 'orange' : 'blue' }
}

/** What a customer asks about their data and until when, beside its ticket. */
export const dataRequestPanel: TicketPart = async (scope, ticket) => {
  if (ticket.values.type !== 'data_request') return undefined
  const known = await readDataRequest(scope, ticket.id)
  const { locale } = scope
  const t = dataRequestText(locale)
  const href = `${ticketKind.href}/${ticket.id}/data-request`
  const mayWrite = ticket.mayEdit && !ticket.archivedAt
  const standing = known && standingOf(locale, today(scope), known)
  return (
    <Panel
      title={t.title}
      add={!known && mayWrite ? { href, label: t.write } : undefined}
      tour="data-request"
    >
      {known && standing ? (
        <PanelItem
          href={mayWrite ? href : undefined}
          title={known.claim ? claim.print(known.claim, locale) : t.unsaid}
          aside={<Pill {...standing} />}
          note={t.dueOn(printDate(known.dueOn, locale))}
        />
      ) : (
        <p class="late">{t.missing}</p>
      )}
    </Panel>
  )
}
