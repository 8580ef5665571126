import { sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { printMoney } from '../../../core/values/money.ts'
import type { Markup } from '../../../views/markup.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { quoteKind } from './kind.ts'
import { quoteText } from './messages.ts'
import { fullNumber } from './printing.ts'
import { readQuoteList } from './reading.ts'
import { quotes } from './schema.ts'
import { statePill } from './views/quote-list.tsx'

const { href } = quoteKind
const shown = 5

/** The quotes to an account, or to a contact, the newest first. */
export const quotePanel =
  (of: 'account' | 'person') =>
  async (scope: Scope, recordId: string): Promise<Markup> => {
    const column = of === 'account' ? quotes.accountId : quotes.personId
    const also = sql`${column} = ${recordId}`
    const asked = { query: '', state: 'current', cursor: undefined, size: shown, also } as const
    const { page, total } = await readQuoteList(scope, asked)
    const { locale } = scope
    const t = quoteText(locale)
    const mayAdd =
      of === 'account' &&
      may(scope.user, quoteKind.edit) &&
      scope.modules.state('sales') === 'write'
    return (
      <Panel
        title={t.title}
        count={total > 0 ? formatNumber(locale, total) : undefined}
        add={mayAdd ? { href: `${href}/new?account=${recordId}`, label: t.add } : undefined}
        empty={t.panelEmpty}
      >
        {total > 0
          ? page.rows.map((quote) => (
              <PanelItem
                href={`${href}/${quote.id}`}
                title={[fullNumber(quote), quote.title].filter(Boolean).join(' ')}
                note={printMoney({ minor: quote.totalMinor, currency: quote.currency }, locale)}
                aside={statePill(quote.state, scope)}
              />
            ))
          : undefined}
      </Panel>
    )
  }
