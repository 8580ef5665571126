import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { panelOf } from '../../../core/records/panels.ts'
import type { Scope } from '../../../core/scope.ts'
import { type Money, printMoney } from '../../../core/values/money.ts'
import { printNumber } from '../../../core/values/number.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { dealKind } from '../deals/kind.ts'
import { deals } from '../deals/schema.ts'
import { printPercent } from '../lines/percent.ts'
import { followsProducts, worthOf } from './deal-line.ts'
import { productsText } from './messages.ts'
import { asProducts, type LineRow, linesOf } from './reading.ts'

type Worth = { amount: Money | null; mayEdit: boolean }

/** What a deal is about, and whether its value is what that comes to. */
export const productsPanel = panelOf<{ lines: LineRow; worth: Worth }>(
  (scope, dealId) => ({
    lines: { query: linesOf(scope, dealId) },
    worth: {
      query: sql`
        select case when deals.amount_currency is not null then json_build_object(
            'minor', deals.amount_minor, 'currency', deals.amount_currency) end as amount,
          deals.archived_at is null and ${within(scope, dealKind.edit, deals)} as "mayEdit"
        from ${deals} where deals.company_id = ${scope.company.id} and deals.id = ${dealId}`,
    },
  }),
  (scope, dealId, { lines, worth: [worth] }) => (
    <ProductsPanel
      {...{ scope, lines }}
      amount={worth?.amount ?? null}
      edit={
        worth?.mayEdit && scope.modules.state('sales') === 'write'
          ? `${dealKind.href}/${dealId}/products`
          : undefined
      }
    />
  ),
)

type Props = { scope: Scope; lines: readonly LineRow[]; amount: Money | null; edit?: string }

const ProductsPanel = ({ scope, lines, amount, edit }: Props) => {
  const { locale } = scope
  const t = productsText(locale)
  const products = asProducts(lines, scope.company.currency)
  const print = (minor: number) => printMoney({ minor, currency: products.currency }, locale)
  return (
    <Panel
      title={t.title}
      count={lines.length > 0 ? printNumber(String(lines.length), locale) : undefined}
      add={
        edit ? { href: edit, label: t.edit, icon: lines.length > 0 ? 'pencil' : 'plus' } : undefined
      }
      empty={t.empty}
      tour="deal-products"
    >
      {lines.length > 0 ? (
        <>
          {lines.map((line) => (
            <PanelItem
              title={line.name}
              note={[
                `${printNumber(line.quantity, locale)} ${line.unit}`.trim(),
                `× ${print(line.priceMinor)}`,
                Number(line.discount) > 0 && `−${printPercent(line.discount, locale)}`,
                line.productId === null && `· ${t.unlisted}`,
              ]
                .filter(Boolean)
                .join(' ')}
              aside={<span>{print(line.amountMinor)}</span>}
            />
          ))}
          <PanelItem title={t.worth} aside={<strong>{print(worthOf(products).minor)}</strong>} />
          <p class="hint">
            {followsProducts(amount, products)
              ? t.follows
              : amount
                ? t.ownValue(printMoney(amount, locale))
                : t.noValue}
          </p>
        </>
      ) : undefined}
    </Panel>
  )
}
