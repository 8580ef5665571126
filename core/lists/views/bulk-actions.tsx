import type { BulkAction } from '../../../views/bulk-bar.tsx'
import { may } from '../../access/person.ts'
import type { RecordKind } from '../../records/kind.ts'
import { recordText } from '../../records/messages.ts'
import type { Scope } from '../../scope.ts'
import { listsText } from '../messages.ts'

/** What this person can do with checked rows. */
export function bulkActions(scope: Scope, kind: RecordKind, archived: boolean): BulkAction[] {
  const t = recordText(scope.locale).pages
  const said = listsText(scope.locale)
  const { rowDeed } = kind
  const actions: BulkAction[] = []
  if (scope.modules.state(kind.module) !== 'write') return actions
  if (rowDeed && may(scope.user, rowDeed.permission) && !archived)
    actions.push({ label: rowDeed.label(scope.locale), icon: rowDeed.icon, value: rowDeed.key })
  if (may(scope.user, kind.assign))
    actions.push({ label: t.assign, icon: 'user-share', value: 'assign' })
  if (!may(scope.user, kind.edit)) return actions
  actions.push({ label: said.editField, icon: 'pencil', value: 'edit' })
  actions.push({ label: said.tag, icon: 'tag', value: 'tag' })
  if (archived) actions.push({ label: t.restore, icon: 'archive-restore', value: 'restore' })
  else actions.push({ label: t.archive, icon: 'archive', value: 'archive' })
  return actions
}
