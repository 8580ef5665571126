import { may } from '../../../core/access/person.ts'
import type { PanelContent } from '../../../core/module.ts'
import { panelOf } from '../../../core/records/panels.ts'
import type { Scope } from '../../../core/scope.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import type { TicketRecord } from '../tickets/ticket-record.ts'
import { audience } from './choices.ts'
import { articleKind } from './kind.ts'
import { articleText } from './messages.ts'
import { nothing, type Suggested, suggestedFor } from './suggesting.ts'

/** Articles that may answer a ticket, beside it; whoever writes articles makes one of its solution. */
export const suggestionPanel = ({ values, category }: TicketRecord): PanelContent =>
  panelOf<{ found: Suggested }>(
    (scope) => {
      const question = [values.name, values.product, category].filter(Boolean).join(' ')
      const sees = may(scope.user, articleKind.view)
      return { found: sees ? suggestedFor(scope, question) : nothing }
    },
    (scope, ticketId, { found }) =>
      may(scope.user, articleKind.view) ? (
        <Suggestions scope={scope} ticketId={ticketId} found={found} />
      ) : undefined,
  )

type Props = { scope: Scope; ticketId: string; found: readonly Suggested[] }

const Suggestions = ({ scope, ticketId, found }: Props) => {
  const t = articleText(scope.locale).suggested
  const writes = may(scope.user, articleKind.edit) && scope.modules.state('service') === 'write'
  const add = { href: `${articleKind.href}/new?ticket=${ticketId}`, label: t.write }
  return (
    <Panel title={t.title} add={writes ? add : undefined} tour="suggested-articles">
      {found.length === 0 && <p class="hint">{t.none}</p>}
      {found.map((one) => (
        <PanelItem
          href={`${articleKind.href}/${one.id}`}
          title={one.name}
          note={audience.print(one.audience, scope.locale)}
        />
      ))}
    </Panel>
  )
}
