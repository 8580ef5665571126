import { formatMoment } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Details } from '../../../../views/details.tsx'
import { pill } from '../../../../views/pill.tsx'
import { sayMinutes } from '../duration.ts'
import { clocksText } from '../messages.ts'
import type { ShownClock } from '../reading.ts'

type Props = { scope: Scope; clocks: readonly ShownClock[] }

const order = ['first', 'next', 'solve']

/** What is promised for a ticket, what is left of it, and what became of it. */
export const TicketClocks = ({ scope, clocks }: Props) => {
  const t = clocksText(scope.locale)
  const sorted = [...clocks].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return (
    <>
      <h3>{t.title}</h3>
      <Details
        empty={t.none}
        items={sorted.map((clock) => {
          const standing = standingOf(scope, clock)
          const mark = pill(t.standings[standing], tones[standing])
          return { label: t.kinds[clock.kind], value: [mark, ' ', stateOf(scope, clock)] }
        })}
      />
    </>
  )
}

const tones = { broken: 'red', kept: 'green', paused: 'grey', runs: 'blue' } as const

const isBroken = (scope: Scope, { dueAt, stoppedAt }: ShownClock): boolean =>
  dueAt !== null && (stoppedAt ?? scope.now()) > dueAt

function standingOf(scope: Scope, clock: ShownClock): keyof typeof tones {
  if (isBroken(scope, clock)) return 'broken'
  if (clock.stoppedAt) return 'kept'
  return clock.pausedAt ? 'paused' : 'runs'
}

/** Behind the mark, which says already whether it is in time. */
function stateOf(scope: Scope, clock: ShownClock): string {
  const { locale, company } = scope
  const t = clocksText(locale)
  const time = (seconds: number) => sayMinutes(locale, seconds / 60)
  const broken = isBroken(scope, clock)
  if (clock.stoppedAt) return t.done(time(clock.used))
  if (clock.pausedAt) return broken ? t.pausedLate : t.paused(time(clock.left))
  const at = clock.dueAt ? formatMoment(locale, company.timeZone, clock.dueAt) : ''
  return broken ? t.late(at) : t.left(time(clock.left), at)
}
