import { person } from '../../../views/avatar.tsx'
import { Button } from '../../../views/button.tsx'
import { icon } from '../../../views/icon.tsx'
import { joined, type Markup, markup } from '../../../views/markup.ts'
import { Panel } from '../../../views/panel.tsx'
import type { Colleague } from '../../access/directory.ts'
import type { Scope } from '../../scope.ts'
import type { Collaborator } from '../collaborators.ts'
import { recordText } from '../messages.ts'

type Props = {
  scope: Scope
  href: string
  collaborators: readonly Collaborator[]
  /** Whom one may add; nobody where one may not share the record. */
  colleagues: readonly Colleague[]
  mayShare: boolean
}

/** Who works on a record beside its owner. */
export const Collaborators = ({ scope, href, collaborators, colleagues, mayShare }: Props) => {
  const t = recordText(scope.locale).pages.collaborators
  const there = new Set(collaborators.map(({ id }) => id))
  const others = colleagues.filter(({ id, left }) => !left && !there.has(id))
  return (
    <Panel
      title={t.title}
      count={collaborators.length > 0 ? String(collaborators.length) : undefined}
    >
      {collaborators.length === 0 && <p class="hint">{t.none}</p>}
      <ul class="collaborators" data-testid="collaborators">
        {joined(collaborators.map((one) => line(t.remove(one.name), href, one, mayShare)))}
      </ul>
      {mayShare && others.length > 0 && (
        <form method="post" action={`${href}/collaborators`} class="inline-form">
          <select name="person" class="select" required aria-label={t.add} data-combo={t.add}>
            <option value="">{t.add}</option>
            {joined(others.map(({ id, name }) => markup`<option value="${id}">${name}</option>`))}
          </select>
          <Button>{t.addButton}</Button>
        </form>
      )}
    </Panel>
  )
}

const line = (
  removes: string,
  href: string,
  { id, name }: Collaborator,
  mayShare: boolean,
): Markup => markup`
  <li>${person(name)}${mayShare && markup`<form method="post" action="${href}/collaborators/remove"><input type="hidden" name="person" value="${id}"><button type="submit" class="ghost-icon" aria-label="${removes}" title="${removes}">${icon('x')}</button></form>`}</li>`
