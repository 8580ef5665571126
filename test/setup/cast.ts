import type { Role } from '../../core/module.ts'

/** Departments of the firm that tests are about; East lies below Sales. */
export const departmentCast = {
  sales: { name: '销售部', parent: null },
  east: { name: '华东组', parent: 'sales' },
  service: { name: '客服部', parent: null },
  production: { name: '生产部', parent: null },
} as const satisfies Record<string, { name: string; parent: string | null }>

type Actor = { name: string; role: Role; department: keyof typeof departmentCast | 'company' }

/** The people that tests are about. Each signs in as `<key>@<domain>` with `password`. */
export const peopleCast = {
  amy: { name: '陈爱米', role: 'admin', department: 'company' },
  lin: { name: '林岚', role: 'lead', department: 'sales' },
  emil: { name: '艾米尔', role: 'member', department: 'sales' },
  sun: { name: '孙悦', role: 'member', department: 'service' },
  tara: { name: '唐塔拉', role: 'trainer', department: 'production' },
} as const satisfies Record<string, Actor>

export type DepartmentName = keyof typeof departmentCast | 'company'
export type PersonName = keyof typeof peopleCast

export const password = 'nine herons over the lake'
