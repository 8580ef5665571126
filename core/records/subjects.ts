import { isId } from '../db/id.ts'
import { ReadOnly } from '../http/gate.tsx'
import { notFound } from '../http/refusal.ts'
import type { RecordType } from '../module.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

/** A record of any module, as other parts point at it: `contacts.account` and an id. */
export type Reference = { object: string; recordId: string }

export type Subject = Reference & { name: string; href: string; icon: RecordType['icon'] }

/** How a kind of record can be reached; undefined when its module is off for this person. */
export const recordType = (
  registry: Registry,
  scope: Scope,
  object: string,
): RecordType | undefined =>
  [
    ...registry.console.records,
    ...registry.modules
      .filter((module) => scope.modules.state(module.id) !== 'off')
      .flatMap((module) => module.records ?? []),
  ].find((one) => one.object === object)

/**
 * The records that are pointed at, by their ids: those that this person may see (or edit), in
 * modules that are on for them. One query for each kind of record, however many there are.
 */
export async function findSubjects(
  registry: Registry,
  scope: Scope,
  references: readonly Reference[],
  deed: 'view' | 'edit' = 'view',
): Promise<Map<string, Subject>> {
  const found = new Map<string, Subject>()
  const objects = [...new Set(references.map(({ object }) => object))]
  await Promise.all(
    objects.map(async (object) => {
      const type = recordType(registry, scope, object)
      if (!type) return
      const ids = new Set(
        references.filter((one) => one.object === object).map(({ recordId }) => recordId),
      )
      for (const [recordId, name] of await type.names(scope, [...ids], deed))
        found.set(recordId, {
          object,
          recordId,
          name,
          href: `${type.href}/${recordId}`,
          icon: type.icon,
        })
    }),
  )
  return found
}

/**
 * A record that this person may change, for what is put on records of any module.
 * @throws Refusal 404 out of reach, 403 while its module is open to them for reading only
 */
export async function changeableSubject(
  registry: Registry,
  scope: Scope,
  object = '',
  recordId = '',
): Promise<Subject> {
  const wanted = isId(recordId) ? [{ object, recordId }] : []
  const subject = (await findSubjects(registry, scope, wanted, 'edit')).get(recordId)
  const module = registry.modules.find(({ records = [] }) =>
    records.some((one) => one.object === object),
  )
  if (!subject) throw notFound()
  if (module && scope.modules.state(module.id) !== 'write') throw new ReadOnly(module)
  return subject
}
