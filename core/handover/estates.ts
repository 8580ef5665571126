import { may } from '../access/person.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import type { Estate } from './estate.ts'

export type Counted = { estate: Estate; count: number }

/**
 * What can be handed on of a person's, by kind. Whether a module is on for the one who hands it on
 * does not matter: they see titles and counts, and nobody's customers stay behind with a leaver.
 */
export async function countEstates(
  registry: Registry,
  scope: Scope,
  person: string,
): Promise<Counted[]> {
  const estates = registry.modules
    .flatMap((module) => module.estates ?? [])
    .filter(({ permission }) => may(scope.user, permission))
  return Promise.all(
    estates.map(async (estate) => ({ estate, count: await estate.count(scope, person) })),
  )
}

export const totalOf = (counted: readonly Counted[]): number =>
  counted.reduce((sum, { count }) => sum + count, 0)
