import { type ChangedFields, sayChanges } from '../../core/fields/changes.ts'
import type { AnyField } from '../../core/fields/field.ts'
import type { TimelineKind } from '../../core/module.ts'
import { recordTimeline } from '../../core/records/deeds.ts'
import type { Scope } from '../../core/scope.ts'
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

/** Another parent is told without names: not everybody who reads this may see them. */
function tellMoved(scope: Scope, data: Data): string | undefined {
  const only = data.moved && Object.keys((data.changed ?? {}) as object).length === 0
  return only && !data.undone && !data.imported ? deeds(scope).moved : undefined
}

/** How what happens to accounts and contacts reads in their timelines. */
export const timeline: readonly TimelineKind<'contacts'>[] = [
  ...activityTimeline,
  ...dateTimeline,
  ...recordTimeline('contacts', changes, tellMoved),
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
]
