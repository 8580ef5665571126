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
  registry.modules
    .filter((module) => scope.modules.state(module.id) !== 'off')
    .flatMap((module) => module.records ?? [])
    .find((one) => one.object === object)

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
