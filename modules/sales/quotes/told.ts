import type { TimelineKind } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { quoteText } from './messages.ts'

const told = ({ locale }: Scope) => quoteText(locale).told
const day = ({ locale }: Scope, data: Record<string, unknown>) =>
  printDate(String(data.decidedOn), locale)

/** How what happens to quotes reads in their timelines. */
export const quoteTimeline: readonly TimelineKind<'sales'>[] = [
  {
    kind: 'sales.quote.created',
    icon: 'plus',
    tell: (scope, { number }) => told(scope).created(String(number)),
  },
  { kind: 'sales.quote.changed', icon: 'pencil', tell: (scope) => told(scope).changed },
  { kind: 'sales.quote.replaced', icon: 'copy', tell: (scope) => told(scope).replaced },
  { kind: 'sales.quote.submitted', icon: 'send', tell: (scope) => told(scope).submitted },
  { kind: 'sales.quote.released', icon: 'circle-check', tell: (scope) => told(scope).released },
  {
    kind: 'sales.quote.returned',
    icon: 'arrow-back-up',
    tell: (scope) => told(scope).returned,
    text: ({ comment }) => String(comment ?? ''),
  },
  { kind: 'sales.quote.recalled', icon: 'arrow-back-up', tell: (scope) => told(scope).recalled },
  {
    kind: 'sales.quote.accepted',
    icon: 'trophy',
    tell: (scope, data) => told(scope).accepted(day(scope, data)),
    text: ({ decision }) => String(decision ?? ''),
  },
  {
    kind: 'sales.quote.refused',
    icon: 'circle-x',
    tell: (scope, data) => told(scope).refused(day(scope, data)),
    text: ({ decision }) => String(decision ?? ''),
  },
  { kind: 'sales.quote.archived', icon: 'archive', tell: (scope) => told(scope).archived },
  { kind: 'sales.quote.restored', icon: 'archive-restore', tell: (scope) => told(scope).restored },
  { kind: 'sales.quote.assigned', icon: 'user-share', tell: (scope) => told(scope).assigned },
]
