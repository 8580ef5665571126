import { openModule } from '../../flags/audience.ts'
import { latestChange } from '../../flags/change.ts'
import type { Scope } from '../scope.ts'
import { idOf } from './staff.ts'

const module = { id: 'sales' }

/** Whether the second module has been opened; from then on it is for people to go on with. */
export const sells = async (scope: Scope): Promise<boolean> =>
  (await latestChange(scope, module.id)) !== null

/** Opens the second module for those who have worked with the first one for a while. */
export async function beginSelling(scope: Scope): Promise<void> {
  const at = new Date(scope.now().getTime() - 6 * 86_400_000)
  const department = await idOf(scope, 'sales')
  const grant = { kind: 'department', department, variant: 'write' } as const
  await openModule({ ...scope, now: () => at }, module, [grant], '客户资料用顺了，商机先给销售部用')
}
