import type { Permission } from '../../../core/module.ts'

export const claimFromPool = 'sales.pool.claim'
export const assignFromPool = 'sales.pool.assign'
export const managePools = 'sales.pool.manage'

/** What roles may do with pools unless a company decides otherwise. */
export const poolPermissions: readonly Permission<'sales'>[] = [
  {
    key: claimFromPool,
    title: { en: 'Claim from the pool and release to it', 'zh-CN': '领取和释放到公海' },
    scoped: false,
    roles: { admin: 'all', lead: 'all', member: 'all' },
  },
  {
    key: assignFromPool,
    title: { en: 'Assign records of the pool to others', 'zh-CN': '分配公海记录' },
    scoped: false,
    roles: { admin: 'all', lead: 'all' },
  },
  {
    key: managePools,
    title: { en: 'Set up pools', 'zh-CN': '设置公海' },
    scoped: false,
    roles: { admin: 'all' },
  },
]
