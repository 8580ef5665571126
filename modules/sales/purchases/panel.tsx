import { today } from '../../../core/calendar/reading.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { panelOf } from '../../../core/records/panels.ts'
import type { Scope } from '../../../core/scope.ts'
import { printMoney } from '../../../core/values/money.ts'
import { Details } from '../../../views/details.tsx'
import { Panel } from '../../../views/panel.tsx'
import { contractKind } from '../contracts/kind.ts'
import { dealKind } from '../deals/kind.ts'
import { addressOf } from '../papers/address.ts'
import { purchaseText } from './messages.ts'
import { type Bought, boughtBy, purchasesOf } from './reading.ts'

/** How lately, how often and for how much an account buys, by currency. */
export const purchasePanel = panelOf<{ bought: Bought }>(
  (scope, account) => ({ bought: boughtBy(scope, account) }),
  (scope, account, { bought }) => {
    const all = purchasesOf(bought, today(scope))
    const { locale } = scope
    const t = purchaseText(locale)
    return (
      <Panel title={t.title} empty={t.none}>
        {all.length > 0
          ? all.map(({ currency, valueMinor, recencyDays, rhythmDays, isQuiet, ...counted }) => (
              <>
                {isQuiet && (
                  <p class="remark" role="note">
                    {t.quiet}
                  </p>
                )}
                <Details
                  empty=""
                  items={[
                    { label: t.recency, value: t.ago(recencyDays) },
                    {
                      label: t.frequency,
                      value: <Behind {...{ scope, account, currency, ...counted }} />,
                    },
                    { label: t.value, value: printMoney({ minor: valueMinor, currency }, locale) },
                    {
                      label: t.rhythm,
                      value: rhythmDays === null ? t.tooFew : t.every(rhythmDays),
                    },
                  ]}
                />
              </>
            ))
          : undefined}
        {all.length > 0 && <p class="hint">{t.formula}</p>}
      </Panel>
    )
  },
)

type Counted = { scope: Scope; account: string; currency: string; contracts: number; deals: number }

/** How many times it bought, each kind leading to its records. */
const Behind = ({ scope: { locale }, account, currency, contracts, deals }: Counted) => {
  const t = purchaseText(locale)
  const won = { view: 'list', account, outcome: 'won', currency, contract: 'none' }
  return (
    <>
      {contracts > 0 && (
        <a href={addressOf(contractKind.href, { account, stands: 'agreed', currency })}>
          {t.contracts(formatNumber(locale, contracts), contracts)}
        </a>
      )}
      {contracts > 0 && deals > 0 && t.and}
      {deals > 0 && (
        <a href={addressOf(dealKind.href, won)}>{t.deals(formatNumber(locale, deals), deals)}</a>
      )}
    </>
  )
}
