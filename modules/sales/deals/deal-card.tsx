import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { Card } from '../../../views/card.tsx'
import type { Markup } from '../../../views/markup.ts'
import { PanelItem } from '../../../views/panel.tsx'
import { dealKind } from './kind.ts'
import { dealsText } from './messages.ts'
import { closesBy, deals } from './schema.ts'
import { lacksNextStep } from './standing.ts'

type Row = { id: string; name: string; closesOn: string | null; without: number }

/** The start page's card: one's own open deals that close first, and how many have no next step. */
export async function dealCard(scope: Scope): Promise<Markup | undefined> {
  const mine = sql`deals.company_id = ${scope.company.id} and deals.owner_id = ${scope.user.id}
    and deals.archived_at is null and deals.outcome = 'open'
    and ${within(scope, dealKind.view, deals)}`
  const rows = await scope.db.execute<Row>(sql`
    select id, name, closes_on::text as "closesOn", (select count(*)::int from (
        select from ${deals} where ${mine} and ${lacksNextStep(sql`deals`)} limit 1000) n) as without
    from ${deals} where ${mine} order by ${closesBy(deals.closesOn)}, id limit 5`)
  return rows.length > 0 ? <DealCard scope={scope} rows={rows} /> : undefined
}

const DealCard = ({ scope, rows }: { scope: Scope; rows: readonly Row[] }) => {
  const { locale } = scope
  const t = dealsText(locale).card
  const without = rows[0]?.without ?? 0
  return (
    <Card
      title={t.title}
      actions={<a href={`${dealKind.href}?view=board&owner=me`}>{t.all}</a>}
      testId="deal-card"
    >
      {rows.map(({ id, name, closesOn }) => (
        <PanelItem
          href={`${dealKind.href}/${id}`}
          title={name}
          aside={closesOn && <small>{printDate(closesOn, locale)}</small>}
        />
      ))}
      {without > 0 && (
        <p class="hint">
          <a href={`${dealKind.href}?view=list&owner=me&next=none`}>
            {t.noNext(without, formatNumber(locale, without))}
          </a>
        </p>
      )}
    </Card>
  )
}
