import { type SQL, sql } from 'drizzle-orm'
import { changedFields } from '../../fields/changes.ts'
import { openChecks } from '../../own-fields/checks.ts'
import type { OwnValues } from '../../own-fields/own-field.ts'
import { fieldsOf, type RecordKind } from '../../records/kind.ts'
import type { Storage } from '../../records/storage.ts'
import type { Scope } from '../../scope.ts'
import type { Blame, Order, Outcome, Transfer } from '../transfer.ts'
import { toldSince } from '../undo/put-back.ts'
import { owned, putBack } from '../undo/put-records-back.ts'
import { rejected } from './book.ts'
import { type Entering, enter, type Owned } from './entry.ts'
import { countRows, readExportPage, type Written } from './exporting.ts'
import {
  blameFuture,
  type OriginCells,
  originColumns,
  originsAmong,
  withoutOrigin,
} from './origin.ts'
import { departmentColumn, ownerColumn, ownershipOf, readPlaces, unownedPlace } from './place.ts'
import { Recall } from './recall.ts'
import {
  changeOf,
  keysIn,
  type RecordKey,
  type RecordState,
  readRecordBook,
  recordMeant,
  writeRecordBook,
} from './record-book.ts'
import { importAlone } from './write-many.ts'

type Named = OwnValues & { name: string }
type Row<Values> = Partial<Values> & {
  name: string
  owner?: string
  department?: string
} & OriginCells

/** What rows of a file name besides the record's own fields, such as the record it stands with. */
export type Links<Values> = {
  /** Behind the fields. */
  columns: Transfer['columns']
  /** Looks up what the rows of a batch name. @returns a row's values, or why it cannot be taken */
  open: (
    scope: Scope,
    rows: readonly Row<Values>[],
  ) => Promise<(row: Row<Values>) => { row: Row<Values> } | Blame>
  /** What a new record is where its row does not say. */
  usual: Partial<Values>
  /** Why a record may not become this, if so; `before` is undefined for a new one. */
  refuse: (scope: Scope, before: Values | undefined, after: Values) => Blame | string | undefined
  /** What a file says of them when it goes out, for a query over the table. */
  read: (scope: Scope) => SQL
}

type Said<Id extends string, Values> = Pick<
  Transfer<Id>,
  'title' | 'keys' | 'keyChoices' | 'foreign'
> & {
  /** What records are recognised by, the surest first. */
  findBy: readonly RecordKey<Values>[]
  links?: Links<Values>
  /** What the column of the owner is called in files of other programs. */
  ownerAliases?: readonly string[]
}

/** Files of a kind of record in and out: its fields, whose it is, and what `links` say it stands with. */
export function recordTransfer<Id extends string, Values extends Named, Stored>(
  kind: RecordKind<Id> & { files: NonNullable<RecordKind<Id>['files']> },
  storage: Storage<Values, Stored>,
  { findBy, links, ownerAliases = [], ...said }: Said<Id, Values>,
): Transfer<Id> {
  const { files, table } = kind
  const enterRows = entering(storage, findBy, links)
  return {
    ...said,
    kind: files.kind,
    object: kind.object,
    importPermission: files.import,
    exportPermission: files.export,
    columns: [
      ...kind.fields,
      ...(links?.columns ?? []),
      ...[ownerColumn(ownerAliases), departmentColumn, ...originColumns],
    ],
    write: async (scope, registry, rows, order) => {
      await importAlone(scope)
      const { book, outcomes } = await enterRows(scope, rows as Row<Values>[], order)
      await writeRecordBook(scope, registry, storage, book, order)
      return outcomes
    },
    rehearse: (order) => {
      const recall = new Recall<RecordState<Values>>(({ values }) => keysIn(findBy, values))
      return {
        expect: (row) => recall.expect(keysIn(findBy, row as Row<Values>)),
        next: async (scope, rows) => {
          const entered = await enterRows(scope, rows as Row<Values>[], order, recall)
          recall.keep(entered.book, entered.taken)
          return entered.outcomes
        },
      }
    },
    putBack: (scope, registry, ...which) =>
      putBack(
        scope,
        registry,
        {
          kind,
          permission: files.import,
          read: async (scope, source) => {
            const rows = await scope.db.execute<Owned & { id: string }>(
              sql`select ${owned(sql.identifier(kind.list))}, ${storage.stored} from ${source}`,
            )
            return new Map(
              rows.map((row) => {
                const { id, ownerId, departmentId } = row
                return [
                  id,
                  { values: storage.valuesFrom(row as unknown as Stored), ownerId, departmentId },
                ]
              }),
            )
          },
          changeOf: (scope, turn) => changeOf(scope, storage, turn),
          touched: toldSince(kind.object),
        },
        ...which,
      ),
    count: (scope, filters) => countRows(scope, kind, files.export, filters),
    read: async (scope, filters, ...page) => {
      type Out = Written & { id: string; owner: string | null; department: string | null }
      const rows = await readExportPage<Out>(
        ...([
          scope,
          kind,
          files.export,
          sql`${table.id} as id, ${storage.stored} ${links ? sql`, ${links.read(scope)}` : sql``}`,
          filters,
        ] as const),
        ...page,
      )
      return rows.map((row) => {
        const { id, owner, department, createdAt, createdBy, updatedAt } = row
        const values = { ...(links && row), ...storage.valuesFrom(row as unknown as Stored) }
        return { id, ...values, owner, department, createdAt, createdBy, updatedAt }
      })
    },
    listHref: kind.href,
  }
}

/** Enters rows into the book of the records they may mean. */
const entering =
  <Values extends Named, Stored>(
    storage: Storage<Values, Stored>,
    findBy: readonly RecordKey<Values>[],
    links?: Links<Values>,
  ) =>
  async (
    scope: Scope,
    rows: readonly Row<Values>[],
    order: Order,
    recall?: Recall<RecordState<Values>>,
  ) => {
    const { kind, linked = [] } = storage
    const places = await readPlaces(scope)
    const originOf = originsAmong(scope, places.colleagues)
    const unowned = unownedPlace(scope, places, order.ownerId, kind.assign)
    const book = await readRecordBook(scope, storage, findBy, rows, recall)
    const checks = await openChecks(scope, kind.object, rows, recall?.taken)
    const linkOf = await links?.open(scope, rows)
    const none = Object.fromEntries(kind.fields.map(({ field }) => [field, null]))
    const how: Entering<Row<Values>, RecordState<Values>> = {
      nameOf: ({ name }) => name,
      match: (book, row) => recordMeant(order, findBy, book, row),
      refuse: (id, before, after) =>
        links?.refuse(scope, before?.values, after.values) ??
        checks.refuse(id, before?.values, after.values),
      make: (row) => ({
        values: { ...none, ...links?.usual, ...valuesOf(row) } as Values,
        ...{ origin: originOf(row), ownerId: null, departmentId: null },
      }),
      merge: (state, row) => ({ ...state, values: { ...state.values, ...valuesOf(row) } }),
      differs: (before, after) =>
        linked.some((name) => before.values[name] !== after.values[name]) ||
        Object.keys(changedFields(fieldsOf(scope, kind), before.values, after.values)).length > 0,
    }
    const outcomes = rows.map((row): Outcome => {
      const owner = ownershipOf(scope, places, row, kind.assign)
      if ('reason' in owner) return rejected(owner)
      const future = blameFuture(scope, originOf(row))
      if (future) return rejected(future)
      const named = linkOf ? linkOf(row) : { row }
      if ('reason' in named) return rejected(named)
      return enter(scope, book, how, named.row, owner, order.mode, unowned)
    })
    return { book, outcomes, taken: checks.taken }
  }

const valuesOf = <Values>({ owner: _, department: __, ...row }: Row<Values>) => withoutOrigin(row)
