import type { SQL } from 'drizzle-orm'
import type { Column } from '../../views/table.tsx'
import type { Tab } from '../../views/tabs.tsx'
import { readDirectory } from '../access/directory.ts'
import type { Bulk } from '../bulk/order.ts'
import { readSuggestions } from '../fields/suggestions.ts'
import type { Locale, PerLocale } from '../i18n/locale.ts'
import { ownColumns } from '../own-fields/views/columns.ts'
import type { RecordKind } from '../records/kind.ts'
import { tagsWithin } from '../records/tags.ts'
import type { Scope } from '../scope.ts'
import { conditionFields } from './condition-fields.ts'
import type { ListFrame } from './frame.ts'
import type { Listed, PreparedView } from './listed.ts'
import { stated, stateOf } from './state-of.ts'
import { sayState } from './views/filter-chips.ts'
import { deedColumns, ownershipColumns } from './views/list-columns.ts'

/** What every row of a list has, besides the columns of its kind. */
export type ListRow = {
  id: string
  sortedBy: string
  name: string
  ownerId: string | null
  departmentId: string | null
  createdAt: Date
  updatedAt: Date
  /** Only where the company has own fields; without long texts. */
  own?: Record<string, unknown>
}

/** The list of a kind of record: what its rows are read by, and how they are shown. */
export type RecordList<Row extends ListRow = ListRow, Id extends string = string> = {
  kind: RecordKind<Id>
  title: PerLocale
  /** The columns of a row that only this kind has; no schema is named (see `pageQuery`). */
  select: (scope: Scope) => SQL
  /** What can be shown of them; the first leads to the record and is always shown. */
  columns: (scope: Scope, frame: ListFrame) => Column<Row>[]
  /** Keys of the columns that are shown until somebody chooses. */
  usual: readonly string[]
  bulk: Bulk
  prepared?: readonly PreparedView[]
  /** Other ways to look at the same records, this one among them. */
  looks?: (locale: Locale) => readonly Tab[]
}

/** Every column that a list can have: its own, the company's, whose the record is, and what one does with it. */
export const columnsFor = <Row extends ListRow>(
  scope: Scope,
  { kind, columns }: Pick<RecordList<Row>, 'kind' | 'columns'>,
  frame: ListFrame,
): Column<Row>[] => [
  ...columns(scope, frame),
  ...ownColumns<Row>(scope, kind.object),
  ...ownershipColumns<Row>(scope, frame),
  ...deedColumns<Row>(scope, kind),
]

/** A list as everything that treats all lists alike sees it. */
export const listedOf = <Id extends string>({
  kind,
  title,
  bulk,
  prepared,
}: Pick<RecordList<ListRow, Id>, 'kind' | 'title' | 'bulk' | 'prepared'>): Listed<Id> => ({
  ...stated(kind),
  title,
  href: kind.href,
  permission: kind.view,
  fields: (scope) => conditionFields(scope, kind),
  known: async (scope) => {
    const [directory, suggestions, tags] = await Promise.all([
      readDirectory(scope),
      readSuggestions(scope, kind, kind.fields),
      tagsWithin(scope, kind),
    ])
    return { directory, suggestions, tags }
  },
  say: (scope, params, directory) => sayState(scope, kind, stateOf(scope, kind, params), directory),
  prepared,
  bulk,
})
