import { bulkText } from '../bulk/messages.ts'
import type { BulkDeed } from '../bulk/order.ts'
import { formatNumber } from '../i18n/format.ts'
import type { NotificationKind } from '../module.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { notifyText } from './messages.ts'

/** What the core itself tells. */
const own: readonly NotificationKind<'core'>[] = [
  {
    kind: 'core.import-ended',
    icon: 'file-import',
    tell: ({ locale }, { file, state }) => {
      const { importDone, importFailed } = notifyText(locale)
      return (state === 'done' ? importDone : importFailed)(String(file))
    },
    href: (id) => `/admin/import/${id}`,
  },
  {
    kind: 'core.undo-stopped',
    icon: 'restore',
    tell: ({ locale }, { file }) => notifyText(locale).undoStopped(String(file)),
    href: (id) => `/admin/import/${id}`,
  },
  {
    kind: 'core.bulk-ended',
    icon: 'list-check',
    tell: ({ locale }, { deed, state, count }) => {
      const { deeds, told } = bulkText(locale)
      const say = state === 'done' ? told.done : told.failed
      return say(deeds[deed as BulkDeed], formatNumber(locale, Number(count)))
    },
    href: (id) => `/lists/runs/${id}`,
  },
]

/** The kinds of notifications that can be told to this person: those of modules that are on. */
export function tellableNotifications(
  registry: Registry,
  scope: Scope,
): Map<string, NotificationKind> {
  const kinds = registry.modules
    .filter((module) => scope.modules.state(module.id) !== 'off')
    .flatMap((module) => module.notifications ?? [])
  return new Map(
    [...own, ...registry.console.notifications, ...kinds].map((one) => [one.kind, one]),
  )
}
