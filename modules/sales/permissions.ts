import type { Permission } from '../../core/module.ts'
import { leadPermissions } from './leads/permissions.ts'
import { paperPermissions } from './papers/permissions.ts'
import { poolPermissions } from './pool/rights.ts'
import {
  assignDeals,
  editDeals,
  exportDeals,
  importDeals,
  managePipelines,
  setTargetsRight,
  viewDeals,
  viewTargets,
} from './rights.ts'

/** Administrators everything, leads their department and below, members their own and nobody's. */
const usual = { admin: 'all', lead: 'tree', member: 'own' } as const

/** The sponsor looks, and changes nothing. */
const seeing = { ...usual, sponsor: 'all' } as const

/** Files leave the firm in few hands, as those of customers do. */
const handing = { admin: 'all', lead: 'tree' } as const

/** What roles may do with deals and all that belongs to them unless a company decides otherwise. */
export const permissions: readonly Permission<'sales'>[] = [
  ...leadPermissions,
  ...poolPermissions,
  {
    key: viewDeals,
    collaborators: 'sales.deal',
    title: { en: 'See deals', 'zh-CN': '查看商机' },
    scoped: true,
    roles: seeing,
  },
  {
    key: editDeals,
    collaborators: 'sales.deal',
    title: { en: 'Add, change, move and archive deals', 'zh-CN': '新建、修改、推进和归档商机' },
    scoped: true,
    roles: usual,
  },
  {
    key: assignDeals,
    title: { en: 'Give deals to others', 'zh-CN': '分配商机' },
    scoped: true,
    roles: usual,
  },
  {
    key: importDeals,
    title: { en: 'Import deals', 'zh-CN': '导入商机' },
    scoped: true,
    roles: usual,
  },
  {
    key: exportDeals,
    title: { en: 'Export deals', 'zh-CN': '导出商机' },
    scoped: true,
    roles: handing,
  },
  {
    key: viewTargets,
    title: { en: 'See targets', 'zh-CN': '查看业绩目标' },
    scoped: true,
    roles: seeing,
  },
  {
    key: setTargetsRight,
    title: { en: 'Set targets', 'zh-CN': '设置业绩目标' },
    scoped: true,
    roles: handing,
  },
  {
    key: managePipelines,
    title: { en: 'Set up pipelines and loss reasons', 'zh-CN': '设置销售流程和输单原因' },
    scoped: false,
    roles: { admin: 'all' },
  },
  ...paperPermissions,
]
