import type { TimelineKind } from '../../../core/module.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { printMoney } from '../../../core/values/money.ts'
import { contractText } from './messages.ts'

const told = ({ locale }: Scope) => contractText(locale).told
type Data = Record<string, unknown>

/** An amount as its line keeps it. */
const amount = ({ locale }: Scope, { amountMinor, currency }: Data): string =>
  printMoney({ minor: Number(amountMinor), currency: String(currency) }, locale)
const day = ({ locale }: Scope, iso: unknown): string => printDate(String(iso), locale)

/** How what happens to contracts reads in their timelines. */
export const contractTimeline: readonly TimelineKind<'sales'>[] = [
  {
    kind: 'sales.contract.created',
    icon: 'plus',
    tell: (scope, { number }) => told(scope).created(String(number)),
  },
  { kind: 'sales.contract.changed', icon: 'pencil', tell: (scope) => told(scope).changed },
  { kind: 'sales.contract.submitted', icon: 'send', tell: (scope) => told(scope).submitted },
  { kind: 'sales.contract.enforced', icon: 'circle-check', tell: (scope) => told(scope).enforced },
  {
    kind: 'sales.contract.returned',
    icon: 'arrow-back-up',
    tell: (scope) => told(scope).returned,
    text: ({ comment }) => String(comment ?? ''),
  },
  { kind: 'sales.contract.recalled', icon: 'arrow-back-up', tell: (scope) => told(scope).recalled },
  { kind: 'sales.contract.reopened', icon: 'lock-open', tell: (scope) => told(scope).reopened },
  { kind: 'sales.contract.voided', icon: 'ban', tell: (scope) => told(scope).voided },
  { kind: 'sales.contract.renewed', icon: 'refresh', tell: (scope) => told(scope).renewed },
  { kind: 'sales.contract.archived', icon: 'archive', tell: (scope) => told(scope).archived },
  {
    kind: 'sales.contract.restored',
    icon: 'archive-restore',
    tell: (scope) => told(scope).restored,
  },
  { kind: 'sales.contract.assigned', icon: 'user-share', tell: (scope) => told(scope).assigned },
  {
    kind: 'sales.contract.planned',
    icon: 'calendar-plus',
    tell: (scope, data) => told(scope).planned(amount(scope, data), day(scope, data.dueOn)),
  },
  {
    kind: 'sales.contract.replanned',
    icon: 'calendar-event',
    tell: (scope, data) => told(scope).replanned(amount(scope, data), day(scope, data.dueOn)),
  },
  {
    kind: 'sales.contract.unplanned',
    icon: 'ban',
    tell: (scope, data) => told(scope).unplanned(amount(scope, data), day(scope, data.dueOn)),
  },
  {
    kind: 'sales.contract.received',
    icon: 'cash',
    tell: (scope, data) => told(scope).received(amount(scope, data), day(scope, data.receivedOn)),
  },
  {
    kind: 'sales.contract.unreceived',
    icon: 'ban',
    tell: (scope, { number }) => told(scope).unreceived(String(number)),
  },
  {
    kind: 'sales.contract.invoiced',
    icon: 'file-invoice',
    tell: (scope, data) => told(scope).invoiced(amount(scope, data)),
  },
]
