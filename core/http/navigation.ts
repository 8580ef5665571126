import type { NavGroup, NavItem } from '../../views/shell.ts'
import { absencesText } from '../absences/messages.ts'
import { manageAbsences } from '../absences/reading.ts'
import { may, type Person } from '../access/person.ts'
import { calendarText } from '../calendar/messages.ts'
import { coreText } from '../i18n/messages.ts'
import type { Module } from '../module.ts'
import type { Registry } from '../registry.ts'
import type { Scope } from '../scope.ts'
import type { Room } from './rooms.ts'

/**
 * What the sidebar shows a person: the modules that are on for them, and what they may run.
 * @param path where they are; all pages there are for them when it is left out
 */
export function navigationFor(registry: Registry, scope: Scope, path?: string): NavGroup[] {
  const t = coreText(scope.locale)
  const groups: NavGroup[] = [
    { items: [{ href: '/', label: t.today, icon: 'home', exact: true }] },
    ...registry.modules.map((module) => ({
      label: module.title[scope.locale],
      items: moduleItems(module, scope, path),
    })),
    { label: t.rollout, items: rolloutItems(registry.console.rooms, scope, path) },
    { label: t.administration, items: adminItems(scope.user, scope) },
  ]
  return groups.filter((group) => group.items.length > 0)
}

function moduleItems(module: Module, scope: Scope, path?: string): NavItem[] {
  if (scope.modules.state(module.id) === 'off') return []
  const isAt = (href: string) => path === href || path?.startsWith(`${href}/`)
  const isInside = path === undefined || isAt(`/${module.id}`)
  return (
    module.navigation
      .filter((entry) => (!entry.inside || isInside) && may(scope.user, entry.permission))
      // A page below another one of the menu is current alone.
      .map(({ href, icon, title }, _, all) => ({
        ...{ href, icon, label: title[scope.locale] },
        exact: all.some((other) => other.href.startsWith(`${href}/`) && isAt(other.href)),
      }))
  )
}

/** Whether a room is there for somebody. */
export const isFor = ({ permission, unless }: Room, user: Person): boolean =>
  (!permission || may(user, permission)) && !(unless && may(user, unless))

/** Inside the console every room of it is in reach; elsewhere those that people come back to. */
function rolloutItems(rooms: readonly Room[], scope: Scope, path?: string): NavItem[] {
  const own = rooms.filter((room) => isFor(room, scope.user))
  const isInside =
    path === undefined || own.some(({ href }) => path === href || path.startsWith(`${href}/`))
  return own
    .filter(({ front }) => front || isInside)
    .map(({ href, icon, title }) => ({ href, icon, label: title[scope.locale] }))
}

function adminItems(user: Person, scope: Scope): NavItem[] {
  const t = coreText(scope.locale)
  const items: (NavItem & { permission: string })[] = [
    { href: '/admin/people', label: t.people, icon: 'users', permission: 'core.people.manage' },
    {
      href: '/admin/departments',
      label: t.departments,
      icon: 'sitemap',
      permission: 'core.people.manage',
    },
    {
      href: '/admin/import',
      label: t.import,
      icon: 'upload',
      permission: 'core.modules.manage',
    },
    { href: '/admin/roles', label: t.roles, icon: 'shield', permission: 'core.people.manage' },
    { href: '/admin/fields', label: t.fields, icon: 'forms', permission: 'core.fields.manage' },
    {
      href: '/admin/company',
      label: t.settings,
      icon: 'buildings',
      permission: 'core.company.manage',
    },
    {
      href: '/admin/calendar',
      label: calendarText(scope.locale).title,
      icon: 'calendar',
      permission: 'core.company.manage',
    },
    {
      href: '/absences',
      label: absencesText(scope.locale).title,
      icon: 'calendar-off',
      permission: manageAbsences,
    },
    { href: '/admin/api', label: t.api, icon: 'plug', permission: 'core.api.manage' },
    { href: '/admin/audit', label: t.audit, icon: 'history', permission: 'core.audit.view' },
  ]
  return items
    .filter((item) => may(user, item.permission))
    .map(({ permission: _, ...item }) => item)
}
