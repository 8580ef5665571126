import type { Scope } from '../../../../core/scope.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { printNumber } from '../../../../core/values/number.ts'
import { viewText } from '../../../../views/messages.ts'
import { Table } from '../../../../views/table.tsx'
import type { Line } from '../line-form.ts'
import { lineText } from '../messages.ts'
import { printPercent } from '../percent.ts'
import type { Totals } from '../totals.ts'

type Props = {
  scope: Pick<Scope, 'locale'>
  lines: readonly (Line & { id: string })[]
  totals: Totals
  currency: string
}

/** The lines of a paper, and what they come to. */
export const LinesTable = ({ scope: { locale }, lines, totals, currency }: Props) => {
  const t = lineText(locale)
  const money = (minor: number) => printMoney({ minor, currency }, locale)
  return (
    <>
      <Table
        t={viewText(locale).table}
        caption={t.lines}
        columns={[
          { key: 'product', label: t.product, cell: ({ name }) => name },
          {
            key: 'quantity',
            label: t.quantity,
            labelOnPhone: true,
            cell: ({ quantity, unit }) => `${printNumber(quantity, locale)} ${unit}`.trim(),
          },
          {
            key: 'price',
            label: t.price,
            labelOnPhone: true,
            align: 'end',
            cell: ({ priceMinor }) => money(priceMinor),
          },
          {
            key: 'discount',
            label: t.discount,
            labelOnPhone: true,
            cell: ({ discount }) => (Number(discount) > 0 ? printPercent(discount, locale) : ''),
          },
          {
            key: 'taxRate',
            label: t.taxRate,
            labelOnPhone: true,
            cell: ({ taxRate }) => printPercent(taxRate, locale),
          },
          {
            key: 'amount',
            label: t.amount,
            labelOnPhone: true,
            align: 'end',
            cell: ({ amountMinor }) => money(amountMinor),
          },
        ]}
        rows={lines}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
      />
      <dl class="sums">
        {sumsOf(totals, currency, locale).map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Net, the tax of each rate, and the total, in words; the total stands last. */
export function sumsOf(
  { netMinor, taxes, totalMinor }: Totals,
  currency: string,
  locale: Scope['locale'],
): [label: string, value: string][] {
  const t = lineText(locale)
  const money = (minor: number) => printMoney({ minor, currency }, locale)
  return [
    [t.net, money(netMinor)],
    ...taxes.map(({ taxRate, taxMinor }): [string, string] => [
      t.tax(printPercent(taxRate, locale)),
      money(taxMinor),
    ]),
    [t.total, money(totalMinor)],
  ]
}
