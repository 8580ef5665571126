import { sql } from 'drizzle-orm'
import { announce } from '../db/changes.ts'
import { newId } from '../db/id.ts'
import { notFound } from '../http/refusal.ts'
import { differences, recordAudit } from '../records/audit.ts'
import type { Scope } from '../scope.ts'
import { keyFor } from '../values/key.ts'
import { ownFieldsTopic } from './company-fields.ts'
import { type Definition, readDefinitions } from './definition.ts'
import type { OwnInput } from './input.ts'
import type { OwnKind } from './kinds.ts'
import { countRepeated, keepUnique } from './unique.ts'

const audited = 'core.own-field'

/** The most own fields that a kind of record may have at a time. */
export const mostFields = 60

/** Makes changes of a company's own fields wait for one another, and tells every process. */
export async function changeFieldsAlone(scope: Scope): Promise<void> {
  const { id } = scope.company
  await scope.db.execute(
    sql`select pg_advisory_xact_lock(hashtext('core.own-fields'), hashtext(${id}))`,
  )
  await announce(scope.db, ownFieldsTopic, id)
}

/** Gives a kind of record a further field, the last of its own. The caller is alone. @returns its id */
export async function addOwnField(
  scope: Scope,
  object: string,
  kind: OwnKind,
  input: OwnInput,
  all: readonly Definition[],
): Promise<string> {
  const same = all.filter((one) => one.object === object)
  const keys = same.map(({ key }) => key)
  const id = newId()
  const key = keyFor(input.label.en, keys, { sign: '_', usual: 'field' })
  const { label, help, group, choices, required, unique } = input
  await scope.db.execute(sql`
    insert into core.own_fields (company_id, id, object, key, kind, label, help, "group", choices,
      place, required_since, unique_since)
    values (${scope.company.id}, ${id}, ${object}, ${key}, ${kind}, ${JSON.stringify(label)},
      ${JSON.stringify(help)}, ${JSON.stringify(group)}, ${JSON.stringify(choices)},
      ${same.length}, ${required ? sql`now()` : null}, ${unique ? sql`now()` : null})`)
  await recordAudit(scope, {
    action: 'created',
    object: audited,
    recordId: id,
    after: { object, key, kind, ...told(input, scope) },
  })
  return id
}

/**
 * Changes what is decided about a field. The caller is alone.
 * @returns how many values are there more than once, when it was to be unique and cannot be; then
 *   nothing was changed
 */
export async function changeOwnField(
  scope: Scope,
  known: Definition,
  input: OwnInput,
): Promise<number> {
  const change = differences(told(known, scope), told(input, scope))
  if (!change) return 0
  const { label, help, group, choices, required, unique } = input
  const since = (name: string, is: boolean) =>
    is ? sql`coalesce(${sql.identifier(name)}, now())` : sql`null`
  // Locks the row whole: who is writing a value of the field waits, and obeys what is decided here.
  await scope.db.execute(sql`
    select from core.own_fields where company_id = ${scope.company.id} and id = ${known.id} for update`)
  if (unique && !known.unique) {
    const repeated = await countRepeated(scope, known.id)
    if (repeated > 0) return repeated
  }
  await scope.db.execute(sql`
    update core.own_fields set label = ${JSON.stringify(label)}, help = ${JSON.stringify(help)},
      "group" = ${JSON.stringify(group)}, choices = ${JSON.stringify(choices)},
      required_since = ${since('required_since', required)},
      unique_since = ${since('unique_since', unique)}, updated_at = now(), version = version + 1
    where company_id = ${scope.company.id} and id = ${known.id}`)
  if (unique !== known.unique) await keepUnique(scope, known.id, unique)
  await recordAudit(scope, { action: 'changed', object: audited, recordId: known.id, ...change })
  return 0
}

/** Puts a field away, or takes it back into use. The caller is alone. */
export async function archiveOwnField(scope: Scope, id: string, archived: boolean): Promise<void> {
  await scope.db.execute(sql`
    update core.own_fields set archived_at = ${archived ? sql`now()` : null}, updated_at = now(),
      version = version + 1
    where company_id = ${scope.company.id} and id = ${id}`)
  const action = archived ? 'archived' : 'restored'
  await recordAudit(scope, { action, object: audited, recordId: id })
}

/** Lets a field change places with the one before or behind it. The caller is alone. */
export async function moveOwnField(
  scope: Scope,
  { id, object }: Definition,
  by: -1 | 1,
  all: readonly Definition[],
): Promise<void> {
  const order = all.filter((one) => one.object === object && !one.archived).map((one) => one.id)
  const at = order.indexOf(id)
  const other = order[at + by]
  if (at < 0 || other === undefined) return
  const moved = order.with(at, other).with(at + by, id)
  await scope.db.execute(sql`
    update core.own_fields f set place = given.place - 1
    from unnest(${sql.param(moved)}::uuid[]) with ordinality as given (id, place)
    where f.company_id = ${scope.company.id} and f.id = given.id`)
}

/** One field of the company. @throws Refusal 404 when there is none */
export async function findDefinition(
  scope: Scope,
  id: string,
): Promise<{ field: Definition; all: Definition[] }> {
  const all = await readDefinitions(scope)
  const field = all.find((one) => one.id === id)
  if (!field) throw notFound()
  return { field, all }
}

/** What was decided, as the audit trail keeps it: readable without the field. */
const told = ({ label, help, group, choices, required, unique }: OwnInput, { locale }: Scope) => ({
  name: label[locale],
  labels: [label['zh-CN'], label.en],
  help: help[locale],
  group: group[locale],
  choices: choices.map((one) => one.label[locale] + (one.retired ? ' ×' : '')),
  required,
  unique,
})
