import { calendarOf, type OwnDay, ownDays } from '../../../core/calendar/reading.ts'
import { panelOf } from '../../../core/records/panels.ts'
import { printDate } from '../../../core/values/date.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Panel } from '../../../views/panel.tsx'
import { dueOfRecord, type KeptIn, keptRecord } from './kept.ts'
import { type Pooled, pooledOf } from './kinds.ts'
import { poolText } from './messages.ts'
import { type Pool, poolsToClaim } from './pools.ts'
import { poolPlace } from './views/pool-page.tsx'

type Rows = { pools: Pool; kept: KeptIn; days: OwnDay }

/** On a record's page: until when its owner keeps it, and the way to let it go. */
export function poolPanel(object: string) {
  const pooled = pooledOf(object) as Pooled
  const { list } = pooled.kind
  return panelOf<Rows>(
    (scope, id) => ({
      pools: poolsToClaim(scope),
      kept: keptRecord(scope, pooled, id),
      days: ownDays(scope),
    }),
    (scope, id, { pools, kept: [kept], days }) => {
      const writes = scope.modules.state('sales') === 'write'
      if (!writes || pools.length === 0 || !kept) return undefined
      const due = dueOfRecord(calendarOf(scope, days), pools, kept)
      const t = poolText(scope.locale)
      const say = due?.why === 'deal' ? t.panel.dueDeal : t.panel.due
      return (
        <Panel title={t.panel.title}>
          {due && <p class="hint">{say(printDate(due.on, scope.locale))}</p>}
          <p>
            <LinkButton href={`${poolPlace}/release?of=${list}&id=${id}`} icon="users" small>
              {t.release}
            </LinkButton>
          </p>
        </Panel>
      )
    },
  )
}
