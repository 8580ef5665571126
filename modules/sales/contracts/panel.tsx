import { sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { printMoney } from '../../../core/values/money.ts'
import { Details } from '../../../views/details.tsx'
import type { Markup } from '../../../views/markup.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { Pill } from '../../../views/pill.tsx'
import { readAccountMoney } from './account-money.ts'
import { contractKind } from './kind.ts'
import { contractText } from './messages.ts'
import { readContractList } from './reading.ts'
import { contracts } from './schema.ts'
import { statePill } from './views/contract-list.tsx'

const { href } = contractKind
const shown = 5

/** What was agreed with an account, and what of it is still to be paid, by currency. */
export async function contractPanel(scope: Scope, account: string): Promise<Markup> {
  const also = sql`${contracts.accountId} = ${account}`
  const asked = { query: '', state: 'current', cursor: undefined, size: shown, also } as const
  const { page, total } = await readContractList(scope, asked)
  const money = await readAccountMoney(scope, account)
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
          {page.rows.map((contract) => (
            <PanelItem
              href={`${href}/${contract.id}`}
              title={`${contract.number} ${contract.name}`}
              note={print(contract.totalMinor, contract.currency)}
              aside={statePill(contract.state, scope)}
            />
          ))}
        </>
      ) : undefined}
    </Panel>
  )
}
