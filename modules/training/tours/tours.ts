import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { may, type Person } from '../../../core/access/person.ts'
import type { Registry } from '../../../core/registry.ts'
import { root } from '../../../core/root.ts'
import type { Scope } from '../../../core/scope.ts'
import type { Switchboard } from '../../../core/switchboard.ts'
import { moduleOf, type TourContent, type TourStep } from './content.ts'
import { anchorNamed } from './registry.ts'

/** A tour as people follow it; `number` is the version of one that the company wrote. */
export type Tour = TourContent & { code: string; number: number | null }

let kept: Promise<Tour[]> | undefined

/** The tours that come with the product. */
export const shippedTours = (): Promise<Tour[]> => {
  kept ??= readFile(join(root, 'modules/training/tours/tours.json'), 'utf8').then((text) =>
    (JSON.parse(text) as Omit<Tour, 'number' | 'offered'>[]).map((tour) => ({
      ...{ offered: false, ...tour, number: null },
    })),
  )
  return kept
}

/** What can be followed: the tours that come along, and those of the company, which replace them. */
export async function readTours({ db, company }: Pick<Scope, 'db' | 'company'>): Promise<Tour[]> {
  const own = await db.execute<{ code: string; number: number; content: TourContent }>(sql`
    select t.code, v.number, v.content from training.tours t
    join training.tour_versions v on v.company_id = t.company_id and v.id = t.published_id
    where t.company_id = ${company.id} and t.archived_at is null order by t.name, t.id limit 200`)
  const replaced = new Set(own.map(({ code }) => code))
  return [
    ...(await shippedTours()).filter(({ code }) => !replaced.has(code)),
    ...own.map(({ code, number, content }) => ({ ...content, code, number })),
  ]
}

/** Why a step cannot be shown to somebody, as far as the server knows (R2). */
export type Missing = 'off' | 'permission'

/** Whom a tour is for, as far as it decides what they see of it. */
export type Follower = Pick<Person, 'reach'> & { modules: Pick<Switchboard, 'state'> }

export function missingIn(
  { modules }: Pick<Registry, 'modules'>,
  follower: Follower,
  tour: TourContent,
  step: TourStep,
): Missing | undefined {
  const module = moduleOf(step.path ?? tour.start)
  const isModule = modules.some(({ id }) => id === module)
  if (isModule && follower.modules.state(module) === 'off') return 'off'
  const permission = step.permission ?? (step.anchor && anchorNamed(step.anchor)?.permission)
  return permission && !may(follower, permission) ? 'permission' : undefined
}
