import type { Permission } from '../../core/module.ts'
import { managePipelines, viewDeals } from './rights.ts'

/** Administrators everything, leads their department and below, members their own and nobody's. */
const usual = { admin: 'all', lead: 'tree', member: 'own' } as const

/** The sponsor looks, and changes nothing. */
const seeing = { ...usual, sponsor: 'all' } as const

/** What roles may do with deals and all that belongs to them unless a company decides otherwise. */
export const permissions: readonly Permission<'sales'>[] = [
  {
    key: viewDeals,
    title: { en: 'See deals', 'zh-CN': '查看商机' },
    scoped: true,
    roles: seeing,
  },
  {
    key: managePipelines,
    title: { en: 'Set up pipelines and loss reasons', 'zh-CN': '设置销售流程和输单原因' },
    scoped: false,
    roles: { admin: 'all' },
  },
]
