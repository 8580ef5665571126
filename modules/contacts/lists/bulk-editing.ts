import { sql } from 'drizzle-orm'
import { within } from '../../../core/access/within.ts'
import type { Bulk, BulkOrder } from '../../../core/bulk/order.ts'
import { changedFields, sideOf } from '../../../core/fields/changes.ts'
import type { AnyField } from '../../../core/fields/field.ts'
import { meantBy } from '../../../core/fields/forms.ts'
import type { OwnValues } from '../../../core/own-fields/own-field.ts'
import { writeEntries } from '../../../core/own-fields/writing.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { type AccountValues, accountFieldsOf } from '../accounts/account-fields.ts'
import {
  accountColumns,
  accountFrom,
  type Stored as StoredAccount,
  storedAccount,
} from '../accounts/account-record.ts'
import { accountKind, personKind, type RecordKind } from '../kinds.ts'
import { type PersonValues, personFieldsOf } from '../people/person-fields.ts'
import {
  personColumns,
  personFrom,
  type Stored as StoredPerson,
  storedPerson,
} from '../people/person-record.ts'
import { leaveTraces } from '../traces.ts'
import { updateMany } from '../transfers/write.ts'

type Edit = Extract<BulkOrder, { deed: 'edit' }>
type Outcomes = Awaited<ReturnType<Bulk['run']>>

/** How the records of a kind are read and written. */
type Form<Values, Stored> = {
  kind: RecordKind
  fields: (scope: Scope) => readonly AnyField[]
  stored: ReturnType<typeof sql>
  valuesOf: (row: Stored) => Values
  columnsOf: (scope: Scope, values: Values) => Record<string, unknown>
  story: Record<string, unknown>
}

/** Gives one field of many accounts a value, each with the traces of a save of its own. */
export const editAccounts = editing<AccountValues & OwnValues, StoredAccount>({
  kind: accountKind,
  fields: accountFieldsOf,
  stored: storedAccount,
  valuesOf: accountFrom,
  columnsOf: accountColumns,
  story: { moved: false },
})

/** The same for contacts. */
export const editPeople = editing<PersonValues & OwnValues, StoredPerson>({
  kind: personKind,
  fields: personFieldsOf,
  stored: storedPerson,
  valuesOf: personFrom,
  columnsOf: personColumns,
  story: { of: 'person' },
})

function editing<Values extends object, Stored extends Record<string, unknown>>(
  form: Form<Values, Stored>,
) {
  const { kind } = form
  const { table } = kind
  return async (
    scope: Scope,
    registry: Registry,
    ids: readonly string[],
    { field: name, typed }: Edit,
  ): Promise<Outcomes> => {
    const field = form.fields(scope).find((one) => one.field === name)
    const value = field && typed !== '' ? meantBy(scope, field, typed) : null
    // A field put away meanwhile, a choice no longer there: nothing is guessed, and nothing emptied.
    if (!field || (typed !== '' && value === null)) return new Map()
    const rows = await scope.db.execute<Stored & { id: string }>(sql`
      select ${table.id} as id, ${form.stored} from ${table}
      where ${table.companyId} = ${scope.company.id}
        and ${table.id} = any(${sql.param(ids)}::uuid[]) and ${within(scope, kind.edit, table)}
      order by ${table.id} for no key update`)
    const turns = rows.map((row) => {
      const before = form.valuesOf(row as unknown as Stored)
      const after = { ...before, [name]: value }
      return { id: row.id, before, after, changed: changedFields([field], before, after) }
    })
    const changing = turns.filter(({ changed }) => name in changed)
    await updateMany(
      scope,
      table,
      changing.map(({ id, after }) => ({ id, ...form.columnsOf(scope, after) })),
    )
    await writeEntries(scope, kind.object, changing)
    await leaveTraces(
      scope,
      registry,
      kind,
      changing.map(({ id, changed }) => ({
        id,
        deed: 'changed' as const,
        before: sideOf(changed, 0),
        after: sideOf(changed, 1),
        story: { changed, ...form.story },
      })),
    )
    return new Map(turns.map(({ id, changed }) => [id, name in changed ? 'changed' : 'unchanged']))
  }
}
