import type { Context } from 'hono'
import { type Department, readDepartments } from '../../../core/access/department-tree.ts'
import { readGrants } from '../../../core/access/grants.ts'
import { placeOf } from '../../../core/access/people.ts'
import { isRole } from '../../../core/access/roles.ts'
import type { Site } from '../../../core/http/site.ts'
import type { Role } from '../../../core/module.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import type { WrittenTour } from './reading.ts'
import { type Player, storyOf } from './story.ts'
import { type Follower, missingIn } from './tours.ts'
import type { Preview } from './views/preview.tsx'

/** With whose eyes one looks: a role, and a department's id; wherever a module is open without one. */
export type Eyes = { role: string | undefined; department: string | undefined }

/** Whom a page was asked to look as. */
export const eyesOf = ({ req }: Pick<Context<Site>, 'req'>): Eyes => ({
  role: req.query('role'),
  department: req.query('department'),
})

/** Whom one can look as, and what they see of a draft: by their permissions, and by the modules they have. */
export async function previewAs(
  scope: Scope,
  registry: Registry,
  player: Player,
  { code, draft }: WrittenTour,
  { role, department: asked }: Eyes,
): Promise<Preview> {
  const all = await readDepartments(scope)
  const departments = all.filter((one) => !one.archivedAt && !one.keptFor)
  if (!role || !isRole(role)) return { departments }
  const department = departments.find(({ id }) => id === asked)
  // Who belongs to no department may have a module too: by their role, or as everybody has it.
  const homes = department ? [department.id] : [null, ...departments.map(({ id }) => id)]
  const follower = await followerOf(scope, registry, role, homes, all)
  const tour = { ...draft, code, number: null }
  return {
    departments,
    previewed: {
      ...{ role, department: department?.id },
      story: storyOf({ scope, registry, player }, tour, { as: follower }),
      missing: draft.steps.map((step) => missingIn(registry, follower, tour, step)),
    },
  }
}

/** Somebody of a role in one of some departments; a module is theirs where it is open in any of them. */
async function followerOf(
  scope: Scope,
  registry: Registry,
  role: Role,
  homes: readonly (string | null)[],
  all: readonly Department[],
): Promise<Follower> {
  const grants = (await readGrants(scope, registry.permissions))[role]
  const boards = homes.map((home) => {
    const { departmentKey, departmentKeys } = placeOf(home, all)
    return scope.modules.of({ id: '', departmentKey, departmentKeys, roles: [role] })
  })
  const stateOf = (module: string) =>
    boards.map((board) => board.state(module)).find((state) => state !== 'off') ?? 'off'
  return {
    reach: new Map(grants.map(({ permission, reach }) => [permission.key, reach])),
    modules: { state: stateOf },
  }
}
