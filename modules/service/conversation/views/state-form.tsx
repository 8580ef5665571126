import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { inUse } from '../../states/reading.ts'
import type { State } from '../../states/state-types.ts'
import { conversationText } from '../messages.ts'

type Props = { scope: Scope; href: string; states: readonly State[]; now: string }

/** Brings a ticket into another state without writing anything. */
export const StateForm = ({ scope, href, states, now }: Props) => {
  const t = conversationText(scope.locale).state
  return (
    <form method="post" action={`${href}/state`} class="inline-form" data-testid="state-form">
      <select name="state" class="select" aria-label={t.label} data-tour="ticket-state">
        {inUse(states).map(({ id, name }) => (
          <option value={id} selected={id === now}>
            {name}
          </option>
        ))}
      </select>
      <Button small>{t.change}</Button>
    </form>
  )
}
