import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Icon } from '../../../../views/icon.tsx'
import { Panel } from '../../../../views/panel.tsx'
import { isDone } from '../../states/state-types.ts'
import { ticketKind } from '../../tickets/kind.ts'
import type { Linked } from '../links.ts'
import { linkingText } from '../messages.ts'

type Props = { scope: Scope; href: string; links: readonly Linked[]; mayEdit: boolean }

/** The tickets that this one has to do with. */
export const Links = ({ scope, href, links, mayEdit }: Props) => {
  const t = linkingText(scope.locale)
  return (
    <Panel title={t.title} count={links.length > 0 ? String(links.length) : undefined}>
      {links.length === 0 && <p class="hint">{t.none}</p>}
      <ul class="checklist" data-testid="links">
        {links.map((one) => (
          <li class={isDone(one.stateType) ? 'done' : undefined}>
            <Icon name="ticket" />
            <span>
              <a href={`${ticketKind.href}/${one.id}`}>{`${one.number} ${one.name}`}</a>
              <small>{sayLink(scope, one)}</small>
            </span>
            {mayEdit && one.kind === 'related' && (
              <form method="post" action={`/service/ticket-links/${one.link}/remove`}>
                <button type="submit" class="ghost-icon" aria-label={t.unlink(one.number)}>
                  <Icon name="x" />
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <form method="post" action={`${href}/links`} class="inline-form">
          <input
            name="number"
            class="input"
            required
            maxlength={60}
            placeholder={t.link}
            aria-label={t.link}
          />
          <Button small>{t.linkButton}</Button>
        </form>
      )}
    </Panel>
  )
}

function sayLink({ locale }: Scope, { kind, isFrom }: Linked): string {
  const t = linkingText(locale).kinds
  if (kind === 'related') return t.related
  if (kind === 'merged') return isFrom ? t.mergedInto : t.mergedFrom
  return isFrom ? t.splitInto : t.splitFrom
}
