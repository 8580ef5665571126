import { sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import { today } from '../../../core/calendar/reading.ts'
import type { Part } from '../../../core/db/together.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { panelOf } from '../../../core/records/panels.ts'
import type { Scope } from '../../../core/scope.ts'
import { printMoney } from '../../../core/values/money.ts'
import { Details } from '../../../views/details.tsx'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { Pill } from '../../../views/pill.tsx'
import { type AccountMoney, accountMoney } from './account-money.ts'
import { contractKind } from './kind.ts'
import { contractText } from './messages.ts'
import { type ContractRow, contractColumns, reachedContracts } from './reading.ts'
import { contracts } from './schema.ts'
import { type StoredState, stateOn } from './state.ts'
import { statePill } from './views/contract-columns.ts'

const { href } = contractKind
type Row = Omit<ContractRow, 'state'> & {
  state: StoredState
  startsOn: string | null
  count: number
}

/** The contracts in force or to be with an account, or of a deal, the newest first. */
const contractsOf = (scope: Scope, of: 'accountId' | 'dealId', id: string): Part<Row> => ({
  query: sql`select ${contractColumns(scope)}, ${contracts.startsOn}::text as "startsOn",
      count(*) over ()::int as count
    from ${contracts} where ${reachedContracts(scope)} and ${contracts[of]} = ${id}
      and ${contracts.archivedAt} is null and ${contracts.state} <> 'void'
    order by ${contracts.id} desc limit 5`,
})

/** What was agreed with an account, and what of it is still to be paid, by currency. */
export const contractPanel = panelOf<{ rows: Row; money: AccountMoney }>(
  (scope, account) => ({
    rows: contractsOf(scope, 'accountId', account),
    money: accountMoney(scope, account),
  }),
  (scope, account, { rows, money }) => {
    const total = rows[0]?.count ?? 0
    const { locale } = scope
    const t = contractText(locale)
    const mayAdd = may(scope.user, contractKind.edit) && scope.modules.state('sales') === 'write'
    const print = (minor: number, currency: string) => printMoney({ minor, currency }, locale)
    return (
      <Panel
        title={t.title}
        count={total > 0 ? formatNumber(locale, total) : undefined}
        add={mayAdd ? { href: `${href}/new?account=${account}`, label: t.add } : undefined}
        empty={t.panelEmpty}
      >
        {total > 0 ? (
          <>
            {money.map(({ currency, receivedMinor, balanceMinor, overdueMinor }) => (
              <Details
                empty=""
                items={[
                  { label: t.received, value: print(receivedMinor, currency) },
                  { label: t.balance, value: print(balanceMinor, currency) },
                  ...(overdueMinor > 0
                    ? [
                        {
                          label: t.overdue,
                          value: <Pill text={print(overdueMinor, currency)} tone="red" />,
                        },
                      ]
                    : []),
                ]}
              />
            ))}
            <Items {...{ scope, rows }} />
          </>
        ) : undefined}
      </Panel>
    )
  },
)

/** The contracts that came of a deal. */
export const dealContractPanel = panelOf<{ rows: Row }>(
  (scope, deal) => ({ rows: contractsOf(scope, 'dealId', deal) }),
  (scope, deal, { rows }) => {
    const total = rows[0]?.count ?? 0
    const t = contractText(scope.locale)
    const mayAdd = may(scope.user, contractKind.edit) && scope.modules.state('sales') === 'write'
    return (
      <Panel
        title={t.title}
        count={total > 0 ? formatNumber(scope.locale, total) : undefined}
        add={mayAdd ? { href: `${href}/new?deal=${deal}`, label: t.add } : undefined}
        empty={t.panelEmpty}
      >
        {total > 0 ? <Items {...{ scope, rows }} /> : undefined}
      </Panel>
    )
  },
)

const Items = ({ scope, rows }: { scope: Scope; rows: readonly Row[] }) => {
  const day = today(scope)
  return (
    <>
      {rows.map((contract) => (
        <PanelItem
          href={`${href}/${contract.id}`}
          title={`${contract.number} ${contract.name}`}
          note={printMoney(
            { minor: contract.totalMinor, currency: contract.currency },
            scope.locale,
          )}
          aside={statePill(stateOn(contract, day), scope)}
        />
      ))}
    </>
  )
}
