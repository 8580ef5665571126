import { sql } from 'drizzle-orm'
import type { DiffField } from '../../views/diff.tsx'
import type { Raw } from '../http/form.ts'
import type { FileValue } from '../own-fields/files.ts'
import type { Scope } from '../scope.ts'
import { printed, rawValue } from './changes.ts'
import type { AnyField } from './field.ts'
import { meantBy, rawOf } from './forms.ts'

type Record = { id: string; version: number; values: object }

/**
 * The fields of a conflict, both sides. A field that the second one left as it was is known by the
 * trail: each version since theirs has one entry that keeps what was there before.
 * @param version the one their form was drawn from
 */
export async function conflictFields(
  scope: Scope,
  { object }: { object: string },
  fields: readonly AnyField[],
  now: Record,
  raw: Raw,
  version: number,
): Promise<DiffField[]> {
  const since = Math.max(0, now.version - version)
  const entries = await scope.db.execute<{ before: Raw | null }>(sql`
    select before from core.audit where company_id = ${scope.company.id}
      and object = ${object} and record_id = ${now.id}
      and action in ('changed', 'archived', 'restored', 'assigned', 'merged', 'unmerged')
    order by id desc limit ${since}`)
  const base = Object.assign({}, ...entries.map(({ before }) => before)) as object
  const theirs = rawOf(fields, now.values, scope.locale)
  return fields.flatMap((field): DiffField[] => {
    const name = field.field as string
    const yours = raw[name] ?? ''
    if (field.kind === 'file') return lostFile(scope, field, now.values, yours)
    const before = rawValue(field, Reflect.get(base, name), scope.locale)
    return [
      {
        name,
        label: field.label[scope.locale],
        theirs: theirs[name] ?? '',
        yours,
        ...(field.options && { shown: shownSides(scope, field, now.values, yours) }),
        untouched: Object.hasOwn(base, name) && before === yours.trim(),
      },
    ]
  })
}

/** A file that came with a form that is refused is gone, and what is stored stays: that is said. */
function lostFile(scope: Scope, field: AnyField, values: object, yours: string): DiffField[] {
  const chosen = meantBy(scope, field, yours) as FileValue | null
  const stored = Reflect.get(values, field.field) as FileValue | null | undefined
  if (!chosen || chosen.id === stored?.id) return []
  const label = field.label[scope.locale]
  return [{ name: field.field, label, theirs: '', yours: '', lost: chosen.name }]
}

/** Both sides in words, for a field that posts keys and ids. */
const shownSides = (scope: Scope, field: AnyField, theirs: object, yours: string) => ({
  theirs: printed(field, Reflect.get(theirs, field.field), scope.locale),
  yours: printed(field, meantBy(scope, field, yours), scope.locale),
})
