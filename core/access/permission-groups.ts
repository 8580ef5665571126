import type { Locale } from '../i18n/locale.ts'
import type { Permission } from '../module.ts'
import type { Registry } from '../registry.ts'
import { accessText } from './messages.ts'
import { corePermissions } from './permissions.ts'

export type PermissionGroup = { title: string; permissions: readonly Permission[] }

/** Permissions by who declares them: the core, then the modules in their order. */
export const groupsOf = (registry: Registry, locale: Locale): PermissionGroup[] => [
  { title: accessText(locale).roles.core, permissions: corePermissions },
  ...registry.modules
    .filter((module) => module.permissions.length > 0)
    .map((module) => ({ title: module.title[locale], permissions: module.permissions })),
]
