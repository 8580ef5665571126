import { type SQL, sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import { within } from '../../../core/access/within.ts'
import { written } from '../../../core/db/plan.ts'
import type { Part } from '../../../core/db/together.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { panelOf } from '../../../core/records/panels.ts'
import type { Scope } from '../../../core/scope.ts'
import { printMoney } from '../../../core/values/money.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { Pill } from '../../../views/pill.tsx'
import { stages } from '../pipelines/schema.ts'
import { dealKind } from './kind.ts'
import { dealsText } from './messages.ts'
import { deals } from './schema.ts'
import { outcomeTones } from './views/summary.tsx'

type Row = {
  id: string
  name: string
  stage: string
  outcome: 'open' | 'won' | 'lost'
  amountMinor: number | string | null
  amountCurrency: string | null
  count: number
}

const shown = 5

type Side = 'account' | 'person'

/** The deals with an account, or a contact: the open ones first, and how many there are. */
export const dealPanel = (with_: Side) =>
  panelOf<{ rows: Row }>(
    (scope, id) => ({ rows: dealsWith(scope, with_, id) }),
    (scope, recordId, { rows }) => <DealPanel {...{ scope, rows, recordId, with_ }} />,
  )

function dealsWith(scope: Scope, with_: Side, recordId: string): Part<Row> {
  const column: SQL = with_ === 'account' ? sql`${deals.accountId}` : sql`${deals.personId}`
  const query = sql`
      select deals.id, deals.name, deals.outcome, deals.amount_minor as "amountMinor",
        deals.amount_currency as "amountCurrency", count(*) over ()::int as count,
        (select s.name from ${stages} s
          where s.company_id = deals.company_id and s.id = deals.stage_id) as stage
      from ${deals} where deals.company_id = ${scope.company.id} and ${column} = ${recordId}
        and deals.archived_at is null and ${within(scope, dealKind.view, deals)}
      order by deals.outcome = 'open' desc, deals.stage_since desc, deals.id desc limit ${written(shown)}`
  return { query }
}

type Props = { scope: Scope; rows: readonly Row[]; recordId: string; with_: Side }

const DealPanel = ({ scope, rows, recordId, with_ }: Props) => {
  const { locale } = scope
  const t = dealsText(locale)
  const count = rows[0]?.count ?? 0
  const mayAdd = may(scope.user, dealKind.edit) && scope.modules.state('sales') === 'write'
  const add = `${dealKind.href}/new?${with_}=${recordId}`
  return (
    <Panel
      title={t.panelTitle}
      count={count > 0 ? formatNumber(locale, count) : undefined}
      add={mayAdd ? { href: add, label: t.list.add } : undefined}
      empty={t.panelNone}
      tour="account-deals"
    >
      {count > 0 ? (
        <>
          {rows.map(({ id, name, stage, outcome, amountMinor, amountCurrency: currency }) => (
            <PanelItem
              href={`${dealKind.href}/${id}`}
              title={name}
              note={
                currency ? printMoney({ minor: Number(amountMinor), currency }, locale) : t.noAmount
              }
              aside={<Pill text={stage} tone={outcomeTones[outcome]} />}
            />
          ))}
          {count > rows.length && (
            <a href={`${dealKind.href}?view=list&${with_}=${recordId}`}>{t.panelAll}</a>
          )}
        </>
      ) : undefined}
    </Panel>
  )
}
