import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { shownFields, valuesAsJson, writtenFields } from '../../fields/json.ts'
import type { Errors } from '../../http/form.ts'
import { inJson, ownAsJson, shownOwn, writeOrRefuse, writtenOwn } from '../../own-fields/json.ts'
import type { OwnValues } from '../../own-fields/own-field.ts'
import type { RecordKind } from '../../records/kind.ts'
import type { ShownRecord } from '../../records/record-columns.ts'
import type { Storage } from '../../records/storage.ts'
import type { Registry } from '../../registry.ts'
import type { Scope } from '../../scope.ts'
import { refuseErrors } from '../invalid.ts'
import { bothWays, type Input, type JsonRecord, type Resource } from '../resource.ts'
import { heldOf, holdVersion, movingOf, placeFields, placeRecord, readPlacing } from './placing.ts'
import {
  type Kept,
  keptColumns,
  keptFields,
  keptFilters,
  keptOf,
  readOne,
  readPage,
} from './reading.ts'
import { readValues } from './values.ts'

type Verbs<Values extends OwnValues> = {
  /** @throws Refusal 404 out of reach */
  read: (scope: Scope, id: string, permission: string) => Promise<ShownRecord<Values>>
  create: (scope: Scope, registry: Registry, values: Values) => Promise<string>
  save: (
    scope: Scope,
    registry: Registry,
    old: ShownRecord<Values>,
    version: number,
    values: Values,
  ) => Promise<unknown>
}

/** A kind of record for programs, where it is no more than its fields, whose it is and its tags. */
export function recordResource<Id extends string, Values extends OwnValues, Stored>(
  kind: RecordKind<Id>,
  { stored, valuesFrom }: Storage<Values, Stored>,
  { read, create, save }: Verbs<Values>,
  said: Pick<Resource<Id>, 'name' | 'title'> & { filters?: Resource<Id>['filters'] },
): Resource<Id> {
  const { fields, object } = kind
  const columns = (scope: Scope) => sql`${keptColumns(scope, kind)}, ${stored}`
  const own = (scope?: Scope) => scope?.own.live(object) ?? []
  const asJson = (scope: Scope, row: Kept): JsonRecord => {
    const values = valuesFrom(row as unknown as Stored)
    return {
      ...{ id: row.id, version: row.version },
      ...valuesAsJson(fields, values),
      own: ownAsJson(own(scope), values),
      ...keptOf(row),
    }
  }
  const readInput = async (scope: Scope, input: Input, old?: ShownRecord<Values>) => {
    const { values, errors } = readValues<Values>(scope, kind, fields, input, old?.values)
    const placing = await readPlacing(scope, input, heldOf(scope, kind, old), errors as Errors)
    refuseErrors(inJson(errors))
    return { values, placing }
  }
  return {
    name: said.name,
    title: said.title,
    permission: kind.view,
    record: (scope) =>
      z.strictObject({
        ...{ id: z.uuid(), version: z.int() },
        ...shownFields(fields),
        own: shownOwn(own(scope)),
        ...keptFields,
      }),
    filters: { ...keptFilters, ...said.filters },
    own: object,
    sorts: bothWays(Object.keys(kind.sorts)),
    list: async (scope, question) => {
      const { rows, ...page } = await readPage<Kept>(scope, kind, columns(scope), question)
      return { items: rows.map((row) => asJson(scope, row)), ...page }
    },
    read: async (scope, id) => asJson(scope, await readOne<Kept>(scope, kind, columns(scope), id)),
    writing: {
      permission: kind.edit,
      input: (scope) =>
        z.strictObject({ ...writtenFields(fields), own: writtenOwn(own(scope)), ...placeFields }),
      create: async (scope, registry, input) => {
        const { values, placing } = await readInput(scope, input)
        const id = await writeOrRefuse(() => create(scope, registry, values))
        await placeRecord(scope, registry, kind, id, placing)
        return id
      },
      change: async (scope, registry, id, version, input) => {
        if (!(await holdVersion(scope, kind, id, version))) return 'conflict'
        const old = await read(scope, id, kind.edit)
        const { values, placing } = await readInput(scope, input, old)
        await writeOrRefuse(() => save(scope, registry, old, old.version, values))
        await placeRecord(scope, registry, kind, id, placing)
        return undefined
      },
      ...(movingOf(kind) as Pick<NonNullable<Resource<Id>['writing']>, 'archive' | 'restore'>),
    },
  }
}
