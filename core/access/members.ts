import { sql } from 'drizzle-orm'
import type { InCompany, Scope } from '../scope.ts'
import { placeOf } from './people.ts'
import type { Person } from './person.ts'

/** Somebody flags are decided for, with what they are called and where they work. */
export type Member = Pick<
  Person,
  'id' | 'name' | 'departmentId' | 'departmentKey' | 'departmentKeys' | 'roles'
> & {
  /** May not sign in any more; flags are decided for those who may. */
  disabled: boolean
}

type Row = {
  people: Pick<Member, 'id' | 'name' | 'departmentId' | 'roles' | 'disabled'>[]
  departments: Parameters<typeof placeOf>[1]
}

type Reader = InCompany & Pick<Scope, 'locale'>

/** Everybody the company ever had, in the order of their names. */
export async function readEverybody(scope: Reader): Promise<Member[]> {
  const company = scope.company.id
  const [row] = await scope.db.execute<Row>(sql`
    select
      (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name,
          'departmentId', u.department_id, 'disabled', u.disabled_at is not null,
          'roles', coalesce((select json_agg(r.role order by r.role) from core.user_roles r
            where r.company_id = u.company_id and r.user_id = u.id), '[]'))), '[]')
        from core.users u where u.company_id = ${company}) as people,
      (select coalesce(json_agg(json_build_object('id', d.id, 'key', d.key,
          'parentId', d.parent_id)), '[]')
        from core.departments d where d.company_id = ${company}) as departments`)
  const { people, departments } = row as Row
  const byName = new Intl.Collator(scope.locale)
  return people
    .map((person) => ({ ...person, ...placeOf(person.departmentId, departments) }))
    .sort((one, other) => byName.compare(one.name, other.name))
}

/** Everybody who may sign in. */
export const readMembers = async (scope: Reader): Promise<Member[]> =>
  (await readEverybody(scope)).filter((person) => !person.disabled)

/** The ids of those who may sign in, but for whom a module is off. */
export async function withoutModule(scope: Scope, module: string): Promise<Set<string>> {
  const off = (await readMembers(scope)).filter(
    (member) => scope.modules.of(member).state(module) === 'off',
  )
  return new Set(off.map(({ id }) => id))
}
