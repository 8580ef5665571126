import { sql } from 'drizzle-orm'
import { measureAdoption } from '../../flags/adoption/measuring.ts'
import { openModule } from '../../flags/audience.ts'
import { latestChange } from '../../flags/change.ts'
import { takeSnapshot } from '../../flags/evidence/snapshots.ts'
import type { Running } from '../console.ts'
import type { Scope } from '../scope.ts'
import { idOf } from './staff.ts'

const module = { id: 'contacts' }

const steps = [
  { daysAgo: 56, department: 'east', reason: '试点第一步：先由华东组试用，客户资料最齐' },
  { daysAgo: 28, department: 'sales', reason: '华东组试用四周，没有卡点，扩大到整个销售部' },
]

/** Whether the rollout has begun; from then on it is for people to go on with. */
export const hasBegun = async (scope: Scope): Promise<boolean> =>
  (await latestChange(scope, module.id)) !== null

/** Opens the first module as the firm did: for one group, then for its department. */
export async function openStepByStep(scope: Scope): Promise<void> {
  const first = new Date(scope.now().getTime() - 70 * 86_400_000)
  const everybody = [{ kind: 'everyone', variant: 'write' }] as const
  const why = '先全员学习，再分批开通（演示）'
  await openModule({ ...scope, now: () => first }, { id: 'training' }, everybody, why)
  for (const { daysAgo, department, reason } of steps) {
    const at = new Date(scope.now().getTime() - daysAgo * 86_400_000)
    const grant = { kind: 'department', department: await idOf(scope, department) } as const
    await openModule({ ...scope, now: () => at }, module, [{ ...grant, variant: 'write' }], reason)
  }
}

/**
 * The firm works with customers since before it had courses: it decided that nobody waits for
 * learning, though its plan has come to where that would be asked.
 */
export const keepWorking = ({ db, company }: Scope) =>
  db.execute(sql`
    insert into training.settings (company_id, follows_off, follows_by)
    select ${company.id}, true, u.id from core.users u
    join core.user_roles r on r.company_id = u.company_id and r.user_id = u.id and r.role = 'admin'
    where u.company_id = ${company.id} order by u.id limit 1
    on conflict do nothing`)

/** Whether the people are in the middle of their learning. */
export const hasLearned = async ({ db, company }: Scope): Promise<boolean> =>
  (
    await db.execute(sql`
      select from training.assignments where company_id = ${company.id} limit 1`)
  ).length > 0

const week = 7 * 86_400_000

/** Whether adoption has been measured; from then on the product does it by itself. */
export const hasMeasured = async ({ db, company }: Scope): Promise<boolean> =>
  (
    await db.execute(sql`
      select from flags.adoption_snapshots where company_id = ${company.id} limit 1`)
  ).length > 0

/**
 * Measures adoption as it would have been measured each week since the pilot has lasted long enough,
 * and writes each week's figures down: by the same code, over the made-up follow-ups. The people have
 * been there from before.
 */
export async function measureEachWeek(scope: Scope, running: Running): Promise<void> {
  await scope.db.execute(sql`
    update core.users set created_at = created_at - interval '100 days'
    where company_id = ${scope.company.id}`)
  for (let ago = 5; ago >= 0; ago--) {
    const at = new Date(scope.now().getTime() - ago * week)
    const then = { ...scope, now: () => at }
    await measureAdoption(then, running.registry.modules)
    await takeSnapshot(then, running)
  }
}
