import type { Permission } from '../../../core/module.ts'
import { manageMacros } from './rights.ts'

export const macroPermission: Permission<'service'> = {
  key: manageMacros,
  title: {
    en: 'Keep saved replies and macros for departments and everybody',
    'zh-CN': '维护部门和全员共用的快捷回复与宏',
  },
  scoped: false,
  roles: { admin: 'all', lead: 'all' },
}
