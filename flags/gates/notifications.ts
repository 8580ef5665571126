import type { NotificationKind } from '../../core/module.ts'
import { gatesText } from './messages.ts'

type Words = ReturnType<typeof gatesText>['told']

const kind = (
  name: string,
  icon: NotificationKind['icon'],
  say: (t: Words, gate: string, at: string) => string,
): NotificationKind<'rollout'> => ({
  kind: `rollout.${name}`,
  icon,
  tell: ({ locale }, { gate, at }) =>
    say(gatesText(locale).told, String(gate), String(at ?? '').slice(0, 16)),
  href: () => '/rollout/gates',
})

/** What people are told of gates. */
export const gateNotifications: readonly NotificationKind<'rollout'>[] = [
  kind('advance-planned', 'clock', (t, gate, at) => t.planned(gate, at)),
  kind('advance-put-off', 'clock', (t, gate, at) => t.putOff(gate, at)),
  kind('advanced', 'circle-check', (t, gate) => t.advanced(gate)),
  kind('advance-failed', 'alert-triangle', (t, gate) => t.failed(gate)),
  kind('override-proposed', 'shield', (t, gate) => t.proposed(gate)),
]
