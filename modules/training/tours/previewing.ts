import { readGrants } from '../../../core/access/grants.ts'
import { isRole } from '../../../core/access/roles.ts'
import type { Role } from '../../../core/module.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { WrittenTour } from './reading.ts'
import { type Player, storyOf } from './story.ts'
import { type Follower, missingIn } from './tours.ts'
import type { Previewed } from './views/preview.tsx'

/** What a role sees of a draft: by its permissions in this company, and by the modules it has. */
export async function previewAs(
  scope: Scope,
  registry: Registry,
  player: Player,
  { code, draft }: WrittenTour,
  asked: string | undefined,
): Promise<Previewed | undefined> {
  if (!asked || !isRole(asked)) return undefined
  const follower = await followerOf(scope, registry, asked)
  const tour = { ...draft, code, number: null }
  return {
    role: asked,
    story: storyOf({ scope, registry, player }, tour, { as: follower }),
    missing: draft.steps.map((step) => missingIn(registry, follower, tour, step)),
  }
}

/** Somebody of a role, in the department of whoever asks: modules are opened by department too. */
async function followerOf(scope: Scope, registry: Registry, role: Role): Promise<Follower> {
  const grants = (await readGrants(scope, registry.permissions))[role]
  const { departmentKey, departmentKeys } = scope.user
  return {
    reach: new Map(grants.map(({ permission, reach }) => [permission.key, reach])),
    modules: scope.modules.of({ id: '', departmentKey, departmentKeys, roles: [role] }),
  }
}
