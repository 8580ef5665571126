import type { Reference } from '../records/subjects.ts'
import { findSubjects } from '../records/subjects.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import { readPerson } from './people.ts'

/**
 * Which of these people may see a record, by the very rule that their own pages go by. Two short
 * queries for each: meant for the few whom somebody names.
 */
export async function whoMaySee(
  scope: Scope,
  registry: Registry,
  people: readonly string[],
  reference: Reference,
): Promise<Set<string>> {
  const may = await Promise.all(
    [...new Set(people)].map(async (id) => {
      const found = await readPerson(scope.db, registry.permissions, scope.company.id, id)
      if (!found) return []
      const modules = scope.modules.of(found.person)
      const theirs = { ...scope, user: found.person, actorId: id, modules }
      const seen = await findSubjects(registry, theirs, [reference])
      return seen.size > 0 ? [id] : []
    }),
  )
  return new Set(may.flat())
}
