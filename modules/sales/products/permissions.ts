import type { Permission } from '../../../core/module.ts'
import { productKind } from './kind.ts'

/** Everybody who sells sees what is sold; few decide what it costs. */
export const productPermissions: readonly Permission<'sales'>[] = [
  {
    key: productKind.view,
    title: { en: 'See products and price books', 'zh-CN': '查看产品和价格表' },
    scoped: false,
    roles: { admin: 'all', lead: 'all', member: 'all', sponsor: 'all' },
  },
  {
    key: productKind.edit,
    title: { en: 'Change products and price books', 'zh-CN': '维护产品和价格表' },
    scoped: false,
    roles: { admin: 'all', lead: 'all' },
  },
]
