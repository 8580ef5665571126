import type { TimelineKind } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { dealsText } from './messages.ts'

type Data = Record<string, unknown>

function moved({ locale }: Scope, data: Data): string {
  const t = dealsText(locale).deeds
  const [from, to] = [data.from, data.to].map((name) => String(name ?? ''))
  if (data.is === 'won') return t.won(to ?? '')
  if (data.is === 'lost') return t.lost(String(data.reason ?? to))
  if (data.was !== 'open') return t.reopened(to ?? '')
  return t.moved(from ?? '', to ?? '')
}

/** A change of whom a deal is with, and of nothing else. */
export const tellLinked = (scope: Scope, { linked, changed }: Data): string | undefined =>
  linked && Object.keys((changed ?? {}) as object).length === 0
    ? dealsText(scope.locale).deeds.linked
    : undefined

/** How what happens to deals alone reads in their timelines. */
export const dealTimeline: readonly TimelineKind<'sales'>[] = [
  {
    kind: 'sales.moved',
    icon: 'arrow-right',
    iconOf: ({ is }) => (is === 'won' ? 'trophy' : is === 'lost' ? 'circle-x' : undefined),
    tell: moved,
    text: ({ evidence, note }) => [evidence, note].filter(Boolean).join('\n') || undefined,
  },
]
