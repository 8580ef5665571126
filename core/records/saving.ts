import { sql } from 'drizzle-orm'
import { newId } from '../db/id.ts'
import { changedFields, given, sideOf } from '../fields/changes.ts'
import type { OwnValues } from '../own-fields/own-field.ts'
import { writeEntries } from '../own-fields/writing.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { fieldsOf } from './kind.ts'
import type { Storage } from './storage.ts'
import { leaveTrace } from './traces.ts'

/** Columns of a record that are no fields, such as the record it stands below. */
type Beside = Readonly<Record<string, unknown>>

/**
 * Adds a record. It belongs to who adds it, and to their department.
 * @returns its id
 * @throws ValueTaken
 */
export async function createRecord<Values extends OwnValues, Stored>(
  scope: Scope,
  registry: Registry,
  { kind, columnsOf }: Storage<Values, Stored>,
  values: Values,
  { id = newId(), beside = {} }: { id?: string; beside?: Beside } = {},
): Promise<string> {
  const place = { ownerId: scope.user.id, departmentId: scope.user.departmentId }
  await Promise.all([
    scope.db.insert(kind.table).values({
      companyId: scope.company.id,
      id,
      ...columnsOf(scope, values),
      ...beside,
      ...place,
      createdBy: scope.user.id,
    }),
    writeEntries(scope, kind.object, [{ id, before: {}, after: values }]),
    leaveTrace(scope, registry, kind, id, 'created', {
      after: given({ ...values, ...beside, ...place }),
      story: kind.story,
    }),
  ])
  return id
}

export type Saved = 'saved' | 'unchanged' | 'conflict'

/**
 * Saves a record as it was read with `version`. Saving what is stored already leaves no trace.
 * @param beside what besides the fields may change: each column before and after
 * @param story what the timeline keeps besides, given the names of such columns that changed
 * @returns conflict when somebody saved it meanwhile; then nothing was written
 * @throws ValueTaken
 */
export async function saveRecord<Values extends OwnValues, Stored>(
  scope: Scope,
  registry: Registry,
  { kind, columnsOf }: Storage<Values, Stored>,
  old: { id: string; version: number; values: Values },
  version: number,
  values: Values,
  beside: Readonly<Record<string, readonly [before: unknown, after: unknown]>> = {},
  story: (moved: readonly string[]) => Record<string, unknown> = () => ({}),
): Promise<Saved> {
  if (old.version !== version) return 'conflict'
  const { table } = kind
  const changed = changedFields(fieldsOf(scope, kind), old.values, values)
  const moved = Object.entries(beside).filter(([, [before, after]]) => before !== after)
  if (Object.keys(changed).length === 0 && moved.length === 0) return 'unchanged'
  const side = (at: 0 | 1) => Object.fromEntries(moved.map(([name, both]) => [name, both[at]]))
  const [rows] = await Promise.all([
    scope.db
      .update(table)
      .set({
        ...columnsOf(scope, values),
        ...side(1),
        updatedAt: sql`now()`,
        version: sql`${table.version} + 1`,
      })
      .where(
        sql`${table.companyId} = ${scope.company.id} and ${table.id} = ${old.id}
          and ${table.version} = ${version}`,
      )
      .returning({ id: table.id }),
    writeEntries(scope, kind.object, [{ id: old.id, before: old.values, after: values }]),
    leaveTrace(scope, registry, kind, old.id, 'changed', {
      before: { ...sideOf(changed, 0), ...side(0) },
      after: { ...sideOf(changed, 1), ...side(1) },
      story: { changed, ...kind.story, ...story(moved.map(([name]) => name)) },
    }),
  ])
  return rows.length === 1 ? 'saved' : 'conflict'
}
