import { openModule } from '../../flags/audience.ts'
import { latestChange } from '../../flags/change.ts'
import type { Scope } from '../scope.ts'
import { idOf } from './staff.ts'

const module = { id: 'contacts' }

const steps = [
  { daysAgo: 14, department: 'east', reason: '试点第一步：先由华东组试用，客户资料最齐' },
  { daysAgo: 3, department: 'sales', reason: '华东组试用两周，没有卡点，扩大到整个销售部' },
]

/** Whether the rollout has begun; from then on it is for people to go on with. */
export const hasBegun = async (scope: Scope): Promise<boolean> =>
  (await latestChange(scope, module.id)) !== null

/** Opens the first module as the firm did: for one group, then for its department. */
export async function openStepByStep(scope: Scope): Promise<void> {
  for (const { daysAgo, department, reason } of steps) {
    const at = new Date(scope.now().getTime() - daysAgo * 86_400_000)
    const grant = { kind: 'department', department: await idOf(scope, department) } as const
    await openModule({ ...scope, now: () => at }, module, [{ ...grant, variant: 'write' }], reason)
  }
}
