import { may } from '../access/person.ts'
import type { Hit } from '../module.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'

export type HitGroup = { label: string; hits: Hit[] }

/**
 * Asks every module that is on for this person, and finds only what they may see: a module that is
 * off, or a permission not held, is not even asked.
 * @param limit hits per group
 */
export async function searchEverywhere(
  registry: Registry,
  scope: Scope,
  query: string,
  limit: number,
): Promise<HitGroup[]> {
  const wanted = query.trim().slice(0, 100)
  if (!wanted || wanted.includes('\0')) return []
  const providers = registry.modules
    .filter((module) => scope.modules.state(module.id) !== 'off')
    .flatMap((module) => module.search ?? [])
    .filter((provider) => may(scope.user, provider.permission))
  const found = await Promise.all(
    providers.map(async (provider) => ({
      label: provider.title[scope.locale],
      hits: await provider.find(scope, wanted, limit),
    })),
  )
  return found.filter((group) => group.hits.length > 0)
}
