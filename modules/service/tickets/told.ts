import type { TimelineKind } from '../../../core/module.ts'
import { changesOf, recordTimeline } from '../../../core/records/deeds.ts'
import type { Scope } from '../../../core/scope.ts'
import { articleKind } from '../articles/kind.ts'
import { ticketKind } from './kind.ts'
import { ticketsText } from './messages.ts'

type Data = Record<string, unknown>

/** A change of whom a ticket is for, and of nothing else. */
const tellLinked = (scope: Scope, { linked, changed }: Data): string | undefined =>
  linked && Object.keys((changed ?? {}) as object).length === 0
    ? ticketsText(scope.locale).deeds.linked
    : undefined

function moved({ locale }: Scope, { from, to, reopened }: Data): string {
  const t = ticketsText(locale).deeds
  return reopened ? t.reopened(String(to)) : t.state(String(from), String(to))
}

/** How what happens to tickets reads in their timelines. */
export const ticketTimeline: readonly TimelineKind<'service'>[] = [
  ...recordTimeline('service', changesOf([ticketKind, articleKind]), tellLinked),
  {
    kind: 'service.wrote',
    icon: 'mail',
    tell: ({ locale }) => ticketsText(locale).deeds.wrote,
  },
  {
    kind: 'service.answered',
    icon: 'send',
    tell: ({ locale }) => ticketsText(locale).deeds.answered,
  },
  {
    kind: 'service.noted',
    icon: 'note',
    tell: ({ locale }) => ticketsText(locale).deeds.noted,
  },
  {
    kind: 'service.moved',
    icon: 'arrow-right',
    tell: moved,
    text: ({ why }) => (why ? String(why) : undefined),
  },
]
