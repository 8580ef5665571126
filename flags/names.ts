import { sql } from 'drizzle-orm'
import { roleWords } from '../core/access/roles.ts'
import { formatMoment } from '../core/i18n/format.ts'
import type { Locale } from '../core/i18n/locale.ts'
import type { Module } from '../core/module.ts'
import type { Scope } from '../core/scope.ts'
import { moduleFlag } from './strategies.ts'
import type { Names } from './words.ts'

/** What everything a sentence about flags can name is called, in the language of the scope. */
export type Directory = Omit<Names, 'person' | 'ownDepartment'> & {
  /** Somebody's name; undefined for the operator and for whoever is unknown. */
  person: (id: string | null | undefined) => string | undefined
}

type Titled = Pick<Module, 'id' | 'title'>

/** Names of all departments and people, archived and disabled ones included. */
export async function readDirectory(scope: Scope, modules: readonly Titled[]): Promise<Directory> {
  const { company, locale } = scope
  const rows = await scope.db.execute<{ id: string; name: string }>(sql`
    select id, name from core.departments where company_id = ${company.id}
    union all select id, name from core.users where company_id = ${company.id}`)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return {
    person: (id) => (id ? names.get(id) : undefined),
    department: (id) => names.get(id) ?? id,
    role: (role) => roleWords[role].title[locale],
    flag: (flag) => titleOf(flag, modules, locale),
    moment: (iso) => formatMoment(locale, company.timeZone, new Date(iso)),
  }
}

const titleOf = (flag: string, modules: readonly Titled[], locale: Locale): string =>
  modules.find(({ id }) => moduleFlag(id) === flag)?.title[locale] ?? flag
