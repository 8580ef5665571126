import type { SQL } from 'drizzle-orm'
import type { OwnValues } from '../own-fields/own-field.ts'
import type { Scope } from '../scope.ts'
import type { RecordKind } from './kind.ts'

/** How what people know of a record stands in its table. */
export type Storage<Values extends OwnValues, Stored> = {
  kind: RecordKind
  /** The columns of `Stored`, for a query over the table. */
  stored: SQL
  valuesFrom: (row: Stored) => Values
  /** Values as columns, with the keys the record is found by (keys.ts). */
  columnsOf: (scope: Scope, values: Values) => Record<string, unknown>
  /** Values that are no fields: ids of the records it stands with. */
  linked?: readonly (keyof Values & string)[]
}
