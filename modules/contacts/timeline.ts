import { type ChangedFields, sayChanges } from '../../core/fields/changes.ts'
import type { AnyField } from '../../core/fields/field.ts'
import { formatDay } from '../../core/i18n/format.ts'
import type { TimelineKind } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { printDate } from '../../core/values/date.ts'
import { accountFields } from './accounts/account-fields.ts'
import { activityTimeline } from './activities/told.ts'
import { dateTimeline } from './dates/told.ts'
import { accountKind, personKind } from './kinds.ts'
import { contactsText } from './messages.ts'
import { personFields } from './people/person-fields.ts'
import { toldRelation } from './relations/told.ts'

/** Both kinds' fields; where they share a key they share its meaning, and the first one's label. */
const fields: readonly AnyField[] = [
  ...accountFields.filter(({ field }) => field !== 'name'),
  ...personFields.filter(({ field }) => !accountFields.some((one) => one.field === field)),
]
const nameOf = { account: accountFields[0], person: personFields[0] }

const deeds = (scope: Scope) => contactsText(scope.locale).deeds

type Data = Record<string, unknown>

/** The fields that a change touched; the name has a label of its own for each kind. */
function changes(scope: Scope, data: Data) {
  const changed = (data.changed ?? {}) as ChangedFields
  const name = nameOf[data.of === 'person' ? 'person' : 'account']
  const own = scope.own.all((data.of === 'person' ? personKind : accountKind).object)
  return sayChanges([...(name ? [name] : []), ...fields, ...own], changed, scope.locale)
}

const sideOf = (data: Data): 'account' | 'person' => (data.to === 'person' ? 'person' : 'account')

/** Names of colleagues and departments before and after, as they were at the time. */
function assigned(scope: Scope, data: Data): string {
  const [, owner] = data.owner as [string | null, string | null]
  const [, department] = data.department as [string | null, string | null]
  return owner ? deeds(scope).assigned(owner) : deeds(scope).released(department ?? '')
}

/** An imported record tells whose it was and since when, as its file said. */
function imported(scope: Scope, { originally }: Data): string {
  const { imported: brought, originallyBy } = deeds(scope)
  const { by, at, zone } = (originally ?? {}) as { by?: string; at?: string; zone?: string }
  if (!by && !at) return brought
  const day = at && zone && printDate(formatDay(zone, new Date(at)), scope.locale)
  return originallyBy(by, day || undefined)
}

/** How what happens to accounts and contacts reads in their timelines. */
export const timeline: readonly TimelineKind<'contacts'>[] = [
  ...activityTimeline,
  ...dateTimeline,
  { kind: 'contacts.created', icon: 'plus', tell: (scope) => deeds(scope).created },
  { kind: 'contacts.imported', icon: 'file-import', tell: imported },
  {
    kind: 'contacts.changed',
    icon: 'pencil',
    tell: (scope, data) => {
      if (data.undone) return deeds(scope).undoneByImport
      if (data.imported) return deeds(scope).updatedByImport
      const only = data.moved && Object.keys((data.changed ?? {}) as object).length === 0
      return only ? deeds(scope).moved : deeds(scope).changed
    },
    changes,
  },
  {
    kind: 'contacts.archived',
    icon: 'archive',
    tell: (scope, data) => (data.undone ? deeds(scope).removedByUndo : deeds(scope).archived),
  },
  { kind: 'contacts.restored', icon: 'archive-restore', tell: (scope) => deeds(scope).restored },
  {
    kind: 'contacts.merged',
    icon: 'arrow-merge',
    tell: (scope, data) => deeds(scope).merged(String(data.name)),
    changes,
  },
  {
    kind: 'contacts.unmerged',
    icon: 'arrow-back-up',
    tell: (scope, data) => deeds(scope).unmerged(String(data.name)),
  },
  { kind: 'contacts.assigned', icon: 'user-share', tell: assigned },
  {
    kind: 'contacts.linked',
    icon: 'link',
    tell: (scope, data) => toldRelation(scope, 'linked', data) ?? deeds(scope).linked[sideOf(data)],
  },
  {
    kind: 'contacts.unlinked',
    icon: 'link',
    tell: (scope, data) =>
      toldRelation(scope, 'unlinked', data) ?? deeds(scope).unlinked[sideOf(data)],
  },
  {
    kind: 'contacts.shared',
    icon: 'users',
    tell: ({ locale }, { name }) =>
      contactsText(locale).collaborators.told.shared(String(name ?? '')),
  },
  {
    kind: 'contacts.unshared',
    icon: 'users',
    tell: ({ locale }, { name }) =>
      contactsText(locale).collaborators.told.unshared(String(name ?? '')),
  },
]
