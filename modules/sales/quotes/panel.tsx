import { sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import { today } from '../../../core/calendar/reading.ts'
import type { Part } from '../../../core/db/together.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { panelOf } from '../../../core/records/panels.ts'
import type { Scope } from '../../../core/scope.ts'
import { printMoney } from '../../../core/values/money.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { quoteKind } from './kind.ts'
import { quoteText } from './messages.ts'
import { fullNumber } from './printing.ts'
import { inView, type QuoteRow, quoteColumns, reachedQuotes } from './reading.ts'
import { quotes } from './schema.ts'
import { type StoredState, stateOn } from './state.ts'
import { statePill } from './views/quote-list.tsx'

const { href } = quoteKind
type Side = 'account' | 'person' | 'deal'

const columnOf = { account: quotes.accountId, person: quotes.personId, deal: quotes.dealId }

type Row = Omit<QuoteRow, 'state' | 'updatedAt'> & { state: StoredState; count: number }

const quotesOf = (scope: Scope, of: Side, recordId: string): Part<Row> => ({
  query: sql`select ${quoteColumns(scope)}, count(*) over ()::int as count from ${quotes}
    where ${reachedQuotes(scope)} and ${inView.current}
      and ${columnOf[of]} = ${recordId}
    order by ${quotes.id} desc limit 5`,
})

/** The quotes to an account, to a contact or of a deal, the newest first. */
export const quotePanel = (of: Side) =>
  panelOf<{ rows: Row }>(
    (scope, id) => ({ rows: quotesOf(scope, of, id) }),
    (scope, recordId, { rows }) => {
      const total = rows[0]?.count ?? 0
      const day = today(scope)
      const { locale } = scope
      const t = quoteText(locale)
      const mayAdd =
        of !== 'person' &&
        may(scope.user, quoteKind.edit) &&
        scope.modules.state('sales') === 'write'
      return (
        <Panel
          title={t.title}
          count={total > 0 ? formatNumber(locale, total) : undefined}
          add={mayAdd ? { href: `${href}/new?${of}=${recordId}`, label: t.add } : undefined}
          empty={t.panelEmpty}
        >
          {total > 0
            ? rows.map((quote) => (
                <PanelItem
                  href={`${href}/${quote.id}`}
                  title={[fullNumber(quote), quote.title].filter(Boolean).join(' ')}
                  note={printMoney({ minor: quote.totalMinor, currency: quote.currency }, locale)}
                  aside={statePill(stateOn(quote, day), scope)}
                />
              ))
            : undefined}
        </Panel>
      )
    },
  )
