import { type Markup, markup } from '../../../views/markup.ts'
import type { Column } from '../../../views/table.tsx'
import { may } from '../../access/person.ts'
import { formatAgo, formatDay } from '../../i18n/format.ts'
import type { RecordKind } from '../../records/kind.ts'
import { recordText } from '../../records/messages.ts'
import type { Scope } from '../../scope.ts'
import type { ListFrame } from '../frame.ts'

/** What every list of records with an owner can show besides its own fields. */
type Owned = {
  ownerId: string | null
  departmentId: string | null
  createdAt: Date
  updatedAt: Date
}

/** A phone number keeps its order inside right-to-left text. */
export const phoneCell = (text: string): Markup | string => text && markup`<bdi>${text}</bdi>`

/** What one does with one record of a list, for those who may. */
export function deedFor(
  scope: Scope,
  { module, rowDeed }: Pick<RecordKind, 'module' | 'rowDeed'>,
): { key: string; label: string } | undefined {
  if (!rowDeed || scope.modules.state(module) !== 'write') return undefined
  if (!may(scope.user, rowDeed.permission)) return undefined
  return { key: rowDeed.key, label: rowDeed.label(scope.locale) }
}

/** The same as a column that can be chosen. */
export function deedColumns<Row extends { id: string }>(
  scope: Scope,
  kind: RecordKind,
): Column<Row>[] {
  const deed = deedFor(scope, kind)
  if (!deed) return []
  const { list } = kind
  const { key, label } = deed
  // Short, because it stands in the page once a row; it lies below the list's own address.
  const cell = ({ id }: Row) => markup`<a href="${list}/${id}/${key}">${label}</a>`
  return [{ key, label, cell }]
}

/** The columns of owner, department and time, with names instead of ids. */
export function ownershipColumns<Row extends Owned>(scope: Scope, frame: ListFrame): Column<Row>[] {
  const t = recordText(scope.locale).pages
  const { timeZone } = scope.company
  const now = scope.now()
  const people = new Map(frame.colleagues.map(({ id, name }) => [id, name]))
  const departments = new Map(frame.departments.map(({ id, name }) => [id, name]))
  return [
    {
      key: 'owner',
      label: t.owner,
      cell: ({ ownerId }) => ownerId && people.get(ownerId),
    },
    {
      key: 'department',
      label: t.department,
      quiet: true,
      cell: ({ departmentId }) => departmentId && departments.get(departmentId),
    },
    {
      key: 'updated',
      label: t.updated,
      sort: true,
      quiet: true,
      cell: ({ updatedAt }) => formatAgo(scope.locale, timeZone, updatedAt, now),
    },
    {
      key: 'created',
      label: t.created,
      sort: true,
      quiet: true,
      cell: ({ createdAt }) => formatDay(timeZone, createdAt),
    },
  ]
}

/**
 * The columns to show: the person's own choice, else the default ones. The first one always leads,
 * because it is the link to the record; what is not there any more is passed over.
 */
export function chosenColumns<Row>(
  all: readonly Column<Row>[],
  chosen: readonly string[] | undefined,
  usual: readonly string[],
): Column<Row>[] {
  const [first, ...others] = all
  const keys = chosen ?? usual
  const shown = keys.flatMap((key) => others.find((column) => column.key === key) ?? [])
  return first ? [first, ...shown] : shown
}
