import { may } from '../../../core/access/person.ts'
import type { Scope } from '../../../core/scope.ts'
import type { BulkAction } from '../../../views/bulk-bar.tsx'
import { editActivities } from '../activities/activities.ts'
import { activityText } from '../activities/messages.ts'
import type { RecordKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'

/** What this person can do with checked rows. */
export function bulkActions(scope: Scope, kind: RecordKind, archived: boolean): BulkAction[] {
  const t = contactsText(scope.locale)
  const actions: BulkAction[] = []
  if (scope.modules.state('contacts') !== 'write') return actions
  if (may(scope.user, editActivities) && !archived)
    actions.push({ label: activityText(scope.locale).row, icon: 'message-circle', value: 'follow' })
  if (may(scope.user, kind.assign))
    actions.push({ label: t.assign, icon: 'user-share', value: 'assign' })
  if (!may(scope.user, kind.edit)) return actions
  actions.push({ label: t.editField, icon: 'pencil', value: 'edit' })
  actions.push({ label: t.tag, icon: 'tag', value: 'tag' })
  if (archived) actions.push({ label: t.restore, icon: 'archive-restore', value: 'restore' })
  else actions.push({ label: t.archive, icon: 'archive', value: 'archive' })
  return actions
}
