import { sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import type { PanelContent } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Markup } from '../../../views/markup.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { categories } from '../states/schema.ts'
import { tickets } from '../tickets/schema.ts'
import { audience } from './choices.ts'
import { articleKind } from './kind.ts'
import { articleText } from './messages.ts'
import { suggestArticles } from './suggesting.ts'

/** What a ticket asks, in the words that articles are looked for by. */
async function questionOf({ db, company }: Scope, ticketId: string): Promise<string> {
  const [row] = await db.execute<{ question: string }>(sql`
    select concat_ws(' ', t.name, t.product, (select g.name from ${categories} g
      where g.company_id = t.company_id and g.id = t.category_id)) as question
    from ${tickets} t where t.company_id = ${company.id} and t.id = ${ticketId}`)
  return row?.question ?? ''
}

/** Articles that may answer a ticket, beside it; whoever writes articles makes one of its solution. */
export const suggestionPanel: PanelContent = {
  render: async (scope, ticketId): Promise<Markup | undefined> => {
    if (!may(scope.user, articleKind.view)) return undefined
    const t = articleText(scope.locale).suggested
    const found = await suggestArticles(scope, await questionOf(scope, ticketId))
    const writes = may(scope.user, articleKind.edit) && scope.modules.state('service') === 'write'
    const add = { href: `${articleKind.href}/new?ticket=${ticketId}`, label: t.write }
    return (
      <Panel title={t.title} add={writes ? add : undefined} tour="suggested-articles">
        {found.length === 0 ? (
          <p class="hint">{t.none}</p>
        ) : (
          found.map((one) => (
            <PanelItem
              href={`${articleKind.href}/${one.id}`}
              title={one.name}
              note={audience.print(one.audience, scope.locale)}
            />
          ))
        )}
      </Panel>
    )
  },
}
