import type { NotificationKind, TimelineKind } from '../../../core/module.ts'
import { printDate } from '../../../core/values/date.ts'
import { poolText } from './messages.ts'
import type { Reason } from './schema.ts'

const text = (value: unknown) => String(value ?? '')

/** How the ways into a pool and out of it read in the history of a record. */
export const poolTimeline: readonly TimelineKind<'sales'>[] = [
  {
    kind: 'sales.pooled',
    icon: 'users',
    tell: ({ locale }, { pool, reason }) =>
      poolText(locale).told.pooled[reason as Reason](text(pool)),
  },
  {
    kind: 'sales.pool-claimed',
    icon: 'user-plus',
    tell: ({ locale }, { pool }) => poolText(locale).told.claimed(text(pool)),
  },
  {
    kind: 'sales.pool-assigned',
    icon: 'user-share',
    tell: ({ locale }, { pool, name }) => poolText(locale).told.assigned(text(name), text(pool)),
  },
]

/** Who is about to lose a record is told some days before. */
export const poolNotice: NotificationKind<'sales'> = {
  kind: 'sales.pool-warned',
  icon: 'clock',
  tell: ({ locale }, { on }) => poolText(locale).told.warned(printDate(text(on), locale)),
}
