import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { formatAgo, formatNumber } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { Card } from '../../../views/card.tsx'
import type { Markup } from '../../../views/markup.ts'
import { PanelItem } from '../../../views/panel.tsx'
import { accountKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import { accounts, tallies } from '../schema.ts'

type Row = { id: string; name: string; updatedAt: Date }

/** The start page's card: one's own accounts that changed lately, and how many nobody looks after. */
export async function accountCard(scope: Scope): Promise<Markup | undefined> {
  const company = scope.company.id
  const [recent, [tally]] = await Promise.all([
    scope.db.execute<Row>(sql`
      select id, name, updated_at as "updatedAt" from ${accounts}
      where company_id = ${company} and owner_id = ${scope.user.id} and archived_at is null
        and ${within(scope, accountKind.view, accounts)}
      order by updated_at desc, id desc limit 5`),
    scope.db.execute<{ unowned: number }>(sql`
      select coalesce(sum(records), 0)::int as unowned from ${tallies}
      where company_id = ${company} and object = ${accountKind.tallies.object} and not archived
        and owner_id is null and ${within(scope, accountKind.view, tallies)}`),
  ])
  const unowned = tally?.unowned ?? 0
  if (recent.length === 0 && unowned === 0) return undefined
  return <AccountCard scope={scope} recent={recent} unowned={unowned} />
}

type Props = { scope: Scope; recent: readonly Row[]; unowned: number }

const AccountCard = ({ scope, recent, unowned }: Props) => {
  const t = contactsText(scope.locale).card
  return (
    <Card title={t.title} actions={<a href={accountKind.href}>{t.all}</a>} testId="account-card">
      {recent.map(({ id, name, updatedAt }) => (
        <PanelItem
          href={`${accountKind.href}/${id}`}
          title={name}
          aside={
            <small>{formatAgo(scope.locale, scope.company.timeZone, updatedAt, scope.now())}</small>
          }
        />
      ))}
      {unowned > 0 && (
        <p class="hint">
          <a href={`${accountKind.href}?owner=none`}>
            {t.unowned(unowned, formatNumber(scope.locale, unowned))}
          </a>
        </p>
      )}
    </Card>
  )
}
