import type { PerLocale } from '../i18n/locale.ts'
import type { OwnField } from '../own-fields/own-field.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { refused } from '../values/parsed.ts'
import type { Column } from './columns.ts'
import type { Foreign } from './compose.ts'

/** A row of a file as far as a module is concerned: parsed values by field. */
export type Values = Record<string, unknown>

export const modes = ['both', 'create', 'update'] as const
export type Mode = (typeof modes)[number]

/**
 * Why a row is not taken, as a sentence in the language of who imports, and the field whose cell is to
 * blame; left out where none is.
 */
export type Blame = { reason: string; field?: string }

/** What became of one row. */
export type Outcome = { kind: 'created' | 'updated' | 'skipped' } | ({ kind: 'rejected' } & Blame)

/** One file's rows as they are to be written. */
export type Order = {
  mode: Mode
  /** By which of the kind's keys rows are recognised; all of them when left out. */
  keys?: readonly string[] | null
  /** Who gets new records whose rows name no owner. */
  ownerId?: string | null
  /** The import for whose undo the changes are kept; without one none are. */
  importId?: string
}

/** Whether rows are recognised by this key. */
export const goesBy = ({ keys }: Pick<Order, 'keys'>, key: string): boolean =>
  !keys || keys.includes(key)

/** What became of a record that an import had made or changed, once it is undone. */
export type PutBack = { recordId: string; outcome: 'restored' | 'removed' | 'left' }

/** A file's rows gone through as an import would, while nothing is written and nobody kept waiting. */
export type Rehearsal = {
  /** Told every row of the file first, so that only records that later rows mean too are remembered. */
  expect: (row: Values) => void
  /**
   * What would become of the next rows, after all that would have become of those before.
   * @throws TooEntangled when more would have to be remembered than memory is for
   */
  next: (scope: Scope, rows: readonly Values[]) => Promise<Outcome[]>
}

/** A file whose rows are about one another so often that only the import itself can tell. */
export class TooEntangled extends Error {}

/** One kind of record that goes out as a file. */
export type Outgoing<Id extends string = string> = {
  /** As its address and the audit trail call it: `quotes`. Unique in the product. */
  kind: string
  title: PerLocale
  /** The kind of record, as audit and timeline call it; its own fields are columns too. */
  object?: `${Id}.${string}`
  exportPermission: `${Id}.${string}`
  // biome-ignore lint/suspicious/noExplicitAny: each kind has its own row; the engine only passes it on
  columns: readonly Column<any>[]
  /** How many rows an export would have. @param filters the list page's own query */
  count: (scope: Scope, filters: URLSearchParams) => Promise<number>
  /**
   * One page of rows for an export, in the order of their ids.
   * @param after id of the last row of the page before
   */
  read: (
    scope: Scope,
    filters: URLSearchParams,
    after: string | undefined,
    limit: number,
  ) => Promise<(Values & { id: string })[]>
  /** Where the list of these records is. */
  listHref: `/${Id}/${string}`
}

/** One that comes in by the same files. The engine knows files, the module its rows. */
export type Transfer<Id extends string = string> = Outgoing<Id> & {
  importPermission: `${Id}.${string}`
  /** What identifies a row, said on the import page: "credit code, else name". */
  keys: PerLocale
  /** The same one by one, so that a person can choose among them; left out when there is no choice. */
  keyChoices?: readonly { key: string; label: PerLocale }[]
  /** How files of other programs are read. */
  foreign?: Foreign
  /**
   * Writes one batch of rows, in order, in the scope's transaction, with audit and events as everybody's changes
   * have them; what it changes it keeps by `keepChanged` first and what it made by `keepMade` last, if it can be put back.
   * @returns one outcome per row
   */
  write: (
    scope: Scope,
    registry: Registry,
    rows: readonly Values[],
    order: Order,
  ) => Promise<Outcome[]>
  /** Left out by kinds of which only the import itself can tell what it comes to. */
  rehearse?: (order: Order) => Rehearsal
  /**
   * Puts back records that an import changed and puts away those it made, but for the ones that
   * somebody has touched since, in the scope's transaction and with the same traces.
   * Left out by kinds whose imports cannot be undone.
   * @returns one outcome per record
   */
  putBack?: (
    scope: Scope,
    registry: Registry,
    importId: string,
    recordIds: readonly string[],
  ) => Promise<PutBack[]>
}

/** The columns of a kind in the scope's company; whoever reads or writes a file asks here. */
export const columnsOf = async (
  scope: Scope,
  { object, columns }: Outgoing,
): Promise<Outgoing['columns']> => [
  ...columns,
  ...(object ? scope.own.live(object).map(asColumn) : []),
]

/**
 * A file may leave an own field out even where a form may not: a new row without it is refused. Of a
 * file in a field it holds the name alone, which nothing can be made of.
 */
const asColumn = ({ required: _, ...column }: OwnField): OwnField =>
  column.own.kind === 'file'
    ? { ...column, outOnly: true, parse: () => refused('notAFileCell') }
    : column

/** The module a kind belongs to: its permissions begin with the module's id. */
export const moduleOf = ({ exportPermission }: Outgoing): string =>
  exportPermission.split('.')[0] ?? ''

/** All that goes out of a module as files, whether it comes in by them or not. */
export const outgoingOf = ({
  transfers = [],
  exports = [],
}: {
  transfers?: readonly Transfer[]
  exports?: readonly Outgoing[]
}): readonly Outgoing[] => [...transfers, ...exports]
