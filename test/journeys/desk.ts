import { seeded } from '../../core/seed/random.ts'
import { macroSeed } from '../../modules/service/macros/seeds.ts'
import { addUsualPolicies } from '../../modules/service/policies/policies.ts'
import { openTicket } from '../../modules/service/tickets/opening.ts'
import { switchServiceOn } from '../modules/service/service-office.ts'
import type { DepartmentName } from '../setup/cast.ts'
import type { Stage } from './stage.ts'

/** What waits at the desk: the one that presses most came last. */
export const subjects = { calm: '想约一次操作培训', pressing: '贴标机开机后黑屏' }

/** A desk with promises and saved replies, and two tickets of a department that nobody has taken. */
export async function furnishDesk({ office }: Stage, department: DepartmentName): Promise<void> {
  await switchServiceOn(office)
  const departmentId = office.departments[department] ?? null
  await office.inScope('amy', async (scope) => {
    await addUsualPolicies(scope)
    await macroSeed.make(scope, 3, seeded(1))
    for (const [subject, priority] of [
      [subjects.calm, 'low'],
      [subjects.pressing, 'urgent'],
    ] as const)
      await openTicket(scope, office.app.product.registry, {
        ...{ subject, channel: 'phone', text: `${subject}。`, fromName: '周女士' },
        ...{ values: { priority }, place: { ownerId: null, departmentId } },
      })
  })
}
