import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Part } from '../../../core/db/together.ts'
import { panelOf } from '../../../core/records/panels.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { leadKind } from './kind.ts'
import { leadsText } from './messages.ts'
import { leads } from './schema.ts'

type Row = { id: string; name: string; source: string; convertedOn: string | null }

const leadsOf =
  (of: 'account' | 'person') =>
  (scope: Scope, recordId: string): Part<Row> => {
    const column = of === 'account' ? leads.accountId : leads.personId
    const query = sql`
      select ${leads.id} as id, ${leads.name} as name, ${leads.source} as source,
        (${leads.convertedAt} at time zone ${scope.company.timeZone})::date::text as "convertedOn"
      from ${leads} where ${leads.companyId} = ${scope.company.id} and ${column} = ${recordId}
        and ${within(scope, leadKind.view, leads)}
      order by ${leads.convertedAt} desc, ${leads.id} limit 5`
    return { query }
  }

/** The leads that an account, or a contact, was made of; nothing where there are none. */
export const leadPanel = (of: 'account' | 'person') =>
  panelOf<{ rows: Row }>(
    (scope, id) => ({ rows: leadsOf(of)(scope, id) }),
    (scope, _, { rows }) => {
      if (rows.length === 0) return undefined
      const { locale } = scope
      return (
        <Panel title={leadsText(locale).panelTitle}>
          {rows.map(({ id, name, source, convertedOn }) => (
            <PanelItem
              href={`${leadKind.href}/${id}`}
              title={name}
              note={[source, convertedOn && printDate(convertedOn, locale)]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </Panel>
      )
    },
  )
