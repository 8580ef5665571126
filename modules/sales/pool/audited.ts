import type { Audited } from '../../../core/module.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { poolObject, readPools } from './pools.ts'

const fields = [
  ...['name', 'followDays', 'dealDays', 'warnDays', 'workingDays', 'levels', 'dailyLimit'],
  ...['cooldownDays', 'delayDays', 'personCap', 'departmentCap', 'hidden'],
] as (keyof typeof en.setup & keyof typeof zhCN.setup)[]

/** Pools in the audit trail. */
export const auditedPools: Audited<'sales'> = {
  object: poolObject,
  title: { en: en.title, 'zh-CN': zhCN.title },
  fields: [
    ...fields.map((field) => ({
      ...{ field, label: { en: String(en.setup[field]), 'zh-CN': String(zhCN.setup[field]) } },
    })),
    {
      field: 'departmentId',
      label: { en: en.setup.department, 'zh-CN': zhCN.setup.department },
      refers: 'core.department',
    },
  ],
  names: async (scope) => new Map((await readPools(scope)).map(({ id, name }) => [id, name])),
}
