import { today } from '../../../core/calendar/reading.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { panelOf } from '../../../core/records/panels.ts'
import { printMoney } from '../../../core/values/money.ts'
import { Details } from '../../../views/details.tsx'
import { Panel } from '../../../views/panel.tsx'
import { purchaseText } from './messages.ts'
import { type Bought, boughtBy, purchasesOf } from './reading.ts'

/** How lately, how often and for how much an account buys, by currency. */
export const purchasePanel = panelOf<{ bought: Bought }>(
  (scope, account) => ({ bought: boughtBy(scope, account) }),
  (scope, _, { bought }) => {
    const all = purchasesOf(bought, today(scope))
    const { locale } = scope
    const t = purchaseText(locale)
    return (
      <Panel title={t.title} empty={t.none}>
        {all.length > 0
          ? all.map(({ currency, valueMinor, frequency, recencyDays, rhythmDays, isQuiet }) => (
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
                    { label: t.frequency, value: formatNumber(locale, frequency) },
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
      </Panel>
    )
  },
)
