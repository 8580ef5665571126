import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import { formatAgo } from '../../../core/i18n/format.ts'
import { panelOf } from '../../../core/records/panels.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { isDone, type StateType } from '../states/state-types.ts'
import { ticketKind } from '../tickets/kind.ts'
import { tickets } from '../tickets/schema.ts'
import { ratingText } from './messages.ts'
import { ratings } from './schema.ts'

type Shown = {
  score: number | null
  comment: string
  askedAt: string
  ratedAt: string | null
  hasLink: boolean
}

/** What the customer of a ticket said of it, and the way to a link for one who is yet to say. */
export const ratingPanel = panelOf<{
  said: Shown
  ticket: { stateType: StateType; mayAsk: boolean }
}>(
  (scope, ticketId) => ({
    said: {
      query: sql`select r.score, r.comment, r.asked_at as "askedAt", r.rated_at as "ratedAt",
          r.token_hash is not null as "hasLink"
        from ${ratings} r where r.company_id = ${scope.company.id} and r.ticket_id = ${ticketId}
        order by r.asked_at desc limit 5`,
    },
    ticket: {
      query: sql`select tickets.state_type as "stateType",
          ${within(scope, ticketKind.edit, tickets)} as "mayAsk"
        from ${tickets} where tickets.company_id = ${scope.company.id} and tickets.id = ${ticketId}`,
    },
  }),
  (scope, ticketId, { said, ticket: [ticket] }) => {
    const isWriting = scope.modules.state('service') === 'write'
    const mayAsk = ticket && isWriting && ticket.mayAsk && isDone(ticket.stateType)
    if (said.length === 0 && !mayAsk) return undefined
    const t = ratingText(scope.locale).panel
    const ago = (at: string) =>
      formatAgo(scope.locale, scope.company.timeZone, new Date(at), scope.now())
    const add = { href: `${ticketKind.href}/${ticketId}/ratings`, label: t.make }
    return (
      <Panel title={t.title} add={mayAsk ? add : undefined} tour="rating-link">
        {said.map(({ score, comment, askedAt, ratedAt, hasLink }) =>
          score !== null && ratedAt ? (
            <PanelItem title={t.rated(String(score), ago(ratedAt))} note={comment} />
          ) : (
            <p class="hint">{hasLink ? t.waiting(ago(askedAt)) : t.toAsk}</p>
          ),
        )}
        {said.length === 0 && <p class="hint">{t.toAsk}</p>}
      </Panel>
    )
  },
)
