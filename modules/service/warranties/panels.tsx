import { sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import { today } from '../../../core/calendar/reading.ts'
import type { PanelContent } from '../../../core/module.ts'
import { panelOf } from '../../../core/records/panels.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { Pill } from '../../../views/pill.tsx'
import { editTickets } from '../rights.ts'
import { tickets } from '../tickets/schema.ts'
import { type Installed, installedOf } from './installed-products.ts'
import { warrantyText } from './messages.ts'

const place = '/service/installed-products'

const mayWrite = (scope: Scope): boolean =>
  scope.modules.state('service') === 'write' && may(scope.user, editTickets)

/** What a customer has in use, and whether it is in warranty today. */
const Products = ({ scope, products }: { scope: Scope; products: readonly Installed[] }) => {
  const { locale } = scope
  const t = warrantyText(locale)
  const day = today(scope)
  const leads = mayWrite(scope)
  return (
    <>
      {products.map(({ id, product, serial, warrantyUntil, note }) => {
        const holds = warrantyUntil !== null && warrantyUntil >= day
        const until = warrantyUntil && printDate(warrantyUntil, locale)
        const said = until ? (holds ? t.holds : t.over)(until) : t.without
        return (
          <PanelItem
            href={leads ? `${place}/${id}` : undefined}
            title={product}
            aside={
              warrantyUntil && (
                <Pill text={holds ? t.inWarranty : t.ended} tone={holds ? 'green' : 'grey'} />
              )
            }
            note={[serial, said, note].filter(Boolean).join(' · ')}
          />
        )
      })}
    </>
  )
}

/** On an account's page. */
export const accountProducts: PanelContent = panelOf<{ products: Installed }>(
  (scope, accountId) => ({ products: { query: installedOf(scope, sql`${accountId}::uuid`) } }),
  (scope, accountId, { products }) => {
    const t = warrantyText(scope.locale)
    const add = { href: `${place}/new?account=${accountId}`, label: t.add }
    if (products.length === 0 && !mayWrite(scope)) return undefined
    return (
      <Panel title={t.title} add={mayWrite(scope) ? add : undefined} tour="installed-products">
        {products.length === 0 && <p class="hint">{t.none}</p>}
        <Products scope={scope} products={products} />
      </Panel>
    )
  },
)

/** Beside a ticket: what its customer has, so that nobody has to ask. */
export const ticketProducts: PanelContent = panelOf<{ products: Installed }>(
  (scope, ticketId) => ({
    products: {
      query: installedOf(
        scope,
        sql`(select t.account_id from ${tickets} t
          where t.company_id = ${scope.company.id} and t.id = ${ticketId})`,
      ),
    },
  }),
  (scope, _, { products }) =>
    products.length > 0 ? (
      <Panel title={warrantyText(scope.locale).title}>
        <Products scope={scope} products={products} />
      </Panel>
    ) : undefined,
)
