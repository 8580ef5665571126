import type { TimelineKind } from '../../../core/module.ts'
import { changesOf, recordTimeline } from '../../../core/records/deeds.ts'
import type { Scope } from '../../../core/scope.ts'
import { dealKind } from './kind.ts'
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

/** How what happens to deals reads in their timelines. */
export const dealTimeline: readonly TimelineKind<'sales'>[] = [
  ...recordTimeline('sales', changesOf([dealKind]), (scope, { linked, changed }) =>
    linked && Object.keys((changed ?? {}) as object).length === 0
      ? dealsText(scope.locale).deeds.linked
      : undefined,
  ),
  {
    kind: 'sales.moved',
    icon: 'arrow-right',
    iconOf: ({ is }) => (is === 'won' ? 'trophy' : is === 'lost' ? 'circle-x' : undefined),
    tell: moved,
    text: ({ evidence, note }) => [evidence, note].filter(Boolean).join('\n') || undefined,
  },
]
