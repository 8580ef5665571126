import { formatDay } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Markup } from '../../../views/markup.ts'
import { pill, type Tone } from '../../../views/pill.tsx'
import type { ShownState } from '../cell.ts'
import type { Wanted } from '../cells.ts'
import { matrixText } from '../messages.ts'

const tones: Record<ShownState, Tone> = {
  off: 'grey',
  pilot: 'orange',
  on: 'green',
  read: 'blue',
  frozen: 'red',
}

/** How a cell stands, in words: "Read-only until 2026-12-26". */
export function sayState(
  { locale, company }: Pick<Scope, 'locale' | 'company'>,
  state: ShownState | Wanted['state'],
  until?: string,
): string {
  const t = matrixText(locale)
  if (!until) return t.states[state]
  return `${t.states[state]} ${t.readUntil(formatDay(company.timeZone, new Date(until)))}`
}

/** The same as a pill. */
export const statePill = (
  scope: Pick<Scope, 'locale' | 'company'>,
  state: ShownState,
  until?: string,
): Markup => pill(sayState(scope, state, state === 'read' ? until : undefined), tones[state])
