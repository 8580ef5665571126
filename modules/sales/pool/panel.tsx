import { may } from '../../../core/access/person.ts'
import { readCalendar } from '../../../core/calendar/reading.ts'
import { reaches } from '../../../core/records/reach.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { LinkButton } from '../../../views/button.tsx'
import type { Markup } from '../../../views/markup.ts'
import { Panel } from '../../../views/panel.tsx'
import { type Pooled, pooledOf } from './kinds.ts'
import { poolText } from './messages.ts'
import { poolsFor } from './pools.ts'
import { dueOfRecord } from './returning.ts'
import { claimFromPool } from './rights.ts'
import { poolPlace } from './views/pool-page.tsx'

/** On a record's page: until when its owner keeps it, and the way to let it go. */
export const poolPanel =
  (object: string) =>
  async (scope: Scope, id: string): Promise<Markup | undefined> => {
    const pooled = pooledOf(object) as Pooled
    const pools = may(scope.user, claimFromPool) ? await poolsFor(scope) : []
    const writes = scope.modules.state('sales') === 'write'
    if (pools.length === 0 || !writes) return undefined
    const { kind } = pooled
    if (!(await reaches(scope, kind, [id], kind.assign))) return undefined
    const due = await dueOfRecord(scope, await readCalendar(scope), pools, pooled, id)
    const t = poolText(scope.locale)
    const say = due?.why === 'deal' ? t.panel.dueDeal : t.panel.due
    return (
      <Panel title={t.panel.title}>
        {due && <p class="hint">{say(printDate(due.on, scope.locale))}</p>}
        <p>
          <LinkButton href={`${poolPlace}/release?of=${kind.list}&id=${id}`} icon="users" small>
            {t.release}
          </LinkButton>
        </p>
      </Panel>
    )
  }
