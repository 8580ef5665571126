import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { formatDay } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import type { Markup } from '../../../views/markup.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { leadKind } from './kind.ts'
import { leadsText } from './messages.ts'
import { leads } from './schema.ts'

type Row = { id: string; name: string; source: string; convertedAt: Date }

/** The leads that an account, or a contact, was made of; nothing where there are none. */
export const leadPanel =
  (of: 'account' | 'person') =>
  async (scope: Scope, recordId: string): Promise<Markup | undefined> => {
    const column = of === 'account' ? leads.accountId : leads.personId
    const rows = await scope.db.execute<Row>(sql`
      select ${leads.id} as id, ${leads.name} as name, ${leads.source} as source,
        ${leads.convertedAt} as "convertedAt"
      from ${leads} where ${leads.companyId} = ${scope.company.id} and ${column} = ${recordId}
        and ${within(scope, leadKind.view, leads)}
      order by ${leads.convertedAt} desc, ${leads.id} limit 5`)
    if (rows.length === 0) return undefined
    const { locale, company } = scope
    return (
      <Panel title={leadsText(locale).panelTitle}>
        {rows.map(({ id, name, source, convertedAt }) => (
          <PanelItem
            href={`${leadKind.href}/${id}`}
            title={name}
            note={[source, printDate(formatDay(company.timeZone, convertedAt), locale)]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Panel>
    )
  }
