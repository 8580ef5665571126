import { type SQL, sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import { within } from '../../../core/access/within.ts'
import { written } from '../../../core/db/plan.ts'
import type { Part } from '../../../core/db/together.ts'
import { formatDay, formatNumber } from '../../../core/i18n/format.ts'
import { panelOf } from '../../../core/records/panels.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { Pill } from '../../../views/pill.tsx'
import { states } from '../states/schema.ts'
import { type StateType, stateTones } from '../states/state-types.ts'
import { ticketKind } from './kind.ts'
import { ticketsText } from './messages.ts'
import { tickets } from './schema.ts'

type Row = {
  id: string
  number: string
  name: string
  state: string
  stateType: StateType
  openedAt: Date
  count: number
}

const shown = 5

type Side = 'account' | 'person'

/** The tickets of an account, or a contact: what is still to do first, and how many there are. */
export const ticketPanel = (of: Side) =>
  panelOf<{ rows: Row }>(
    (scope, id) => ({ rows: ticketsOf(scope, of, id) }),
    (scope, recordId, { rows }) => <TicketPanel {...{ scope, rows, recordId, of }} />,
  )

function ticketsOf(scope: Scope, of: Side, recordId: string): Part<Row> {
  const column: SQL = of === 'account' ? sql`${tickets.accountId}` : sql`${tickets.personId}`
  const query = sql`
    select tickets.id, tickets.number, tickets.name, tickets.state_type as "stateType",
      tickets.opened_at as "openedAt", count(*) over ()::int as count,
      (select s.name from ${states} s
        where s.company_id = tickets.company_id and s.id = tickets.state_id) as state
    from ${tickets} where tickets.company_id = ${scope.company.id} and ${column} = ${recordId}
      and tickets.archived_at is null and ${within(scope, ticketKind.view, tickets)}
    order by tickets.state_type in ('solved', 'closed'), tickets.opened_at desc, tickets.id desc
    limit ${written(shown)}`
  return { query, revive: (row) => ({ ...row, openedAt: new Date(row.openedAt) }) }
}

type Props = { scope: Scope; rows: readonly Row[]; recordId: string; of: Side }

const TicketPanel = ({ scope, rows, recordId, of }: Props) => {
  const { locale, company } = scope
  const t = ticketsText(locale)
  const count = rows[0]?.count ?? 0
  const mayAdd = may(scope.user, ticketKind.edit) && scope.modules.state('service') === 'write'
  const add = `${ticketKind.href}/new?${of}=${recordId}`
  return (
    <Panel
      title={t.list.title}
      count={count > 0 ? formatNumber(locale, count) : undefined}
      add={mayAdd ? { href: add, label: t.list.add } : undefined}
      empty={t.panelNone}
      tour={`${of}-tickets`}
    >
      {count > 0 ? (
        <>
          {rows.map(({ id, number, name, state, stateType, openedAt }) => (
            <PanelItem
              href={`${ticketKind.href}/${id}`}
              title={name}
              note={`${number} · ${printDate(formatDay(company.timeZone, openedAt), locale)}`}
              aside={<Pill text={state} tone={stateTones[stateType]} />}
            />
          ))}
          {count > rows.length && <a href={`${ticketKind.href}?${of}=${recordId}`}>{t.panelAll}</a>}
        </>
      ) : undefined}
    </Panel>
  )
}
