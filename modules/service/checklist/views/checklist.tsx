import { onceKey } from '../../../../core/http/once.ts'
import { formatAgo } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Icon } from '../../../../views/icon.tsx'
import { Panel } from '../../../../views/panel.tsx'
import type { Checkpoint } from '../checklist.ts'
import { checklistText } from '../messages.ts'

type Props = { scope: Scope; href: string; lines: readonly Checkpoint[]; mayEdit: boolean }

/** What is to be seen to before a ticket is solved. */
export const Checklist = ({ scope, href, lines, mayEdit }: Props) => {
  const t = checklistText(scope.locale)
  const done = lines.filter(({ doneAt }) => doneAt).length
  return (
    <Panel title={t.title} count={lines.length > 0 ? `${done}/${lines.length}` : undefined}>
      {lines.length === 0 && <p class="hint">{t.none}</p>}
      <ul class="checklist" data-testid="checklist">
        {lines.map((line) => (
          <Line scope={scope} line={line} mayEdit={mayEdit} />
        ))}
      </ul>
      {mayEdit && (
        <form method="post" action={`${href}/checklist`} class="inline-form">
          <input type="hidden" name="_once" value={onceKey()} />
          <input
            name="text"
            class="input"
            required
            maxlength={200}
            placeholder={t.add}
            aria-label={t.add}
          />
          <Button small>{t.addButton}</Button>
        </form>
      )}
    </Panel>
  )
}

const Line = ({ scope, line, mayEdit }: { scope: Scope; line: Checkpoint; mayEdit: boolean }) => {
  const { locale, company } = scope
  const t = checklistText(locale)
  const { id, text, doneAt, doneBy } = line
  const href = `/service/checkpoints/${id}`
  const ticks = doneAt ? t.open(text) : t.done(text)
  return (
    <li class={doneAt ? 'done' : undefined}>
      <form method="post" action={`${href}/${doneAt ? 'open' : 'done'}`}>
        <button
          type="submit"
          class="ghost-icon"
          aria-label={ticks}
          title={ticks}
          disabled={!mayEdit}
        >
          <Icon name={doneAt ? 'circle-check' : 'circle'} />
        </button>
      </form>
      <span>
        {text}
        {doneAt && (
          <small>
            {t.doneBy(doneBy ?? '', formatAgo(locale, company.timeZone, doneAt, scope.now()))}
          </small>
        )}
      </span>
      {mayEdit && (
        <form method="post" action={`${href}/remove`}>
          <button type="submit" class="ghost-icon" aria-label={t.remove(text)}>
            <Icon name="x" />
          </button>
        </form>
      )}
    </li>
  )
}
