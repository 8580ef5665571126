import { sql } from 'drizzle-orm'
import { may } from '../../access/person.ts'
import { text } from '../../fields/field.ts'
import type { PerLocale } from '../../i18n/locale.ts'
import type { Scope } from '../../scope.ts'
import { searchText } from '../../values/names.ts'
import type { Blame } from '../transfer.ts'
import { bookText } from './messages.ts'

export type Colleague = {
  id: string
  name: string
  email: string | null
  phone: string | null
  departmentId: string | null
  /** Nobody gets records who has left; what they once made is theirs still. */
  left: boolean
}
type Department = { id: string; name: string; key: string }

/** Who may be named as owner, author or department in a file. */
export type Places = { colleagues: readonly Colleague[]; departments: readonly Department[] }

/** What a row says about whose the record is; left out what the row leaves out. */
export type Ownership = {
  ownerId?: string
  departmentId?: string | null
  /** The department is named itself, and not only the owner's own. */
  departmentNamed?: true
}

/** A column that names something else by a text. */
export const namedColumn = (
  field: string,
  label: PerLocale,
  aliases: string[],
  example: string,
) => ({
  field,
  label,
  aliases,
  example,
  parse: text(200).parse,
  print: text(200).print,
})

/** @param aliases what the column is called in files of other programs */
export const ownerColumn = (aliases: readonly string[]) =>
  namedColumn(
    'owner',
    { en: 'Owner', 'zh-CN': '负责人' },
    [...ownerAliases, ...aliases],
    'lin@example.com',
  )

const ownerAliases = [
  ...['所有人', '归属人', '负责人姓名', '負責人', '跟进人', '业务员', '销售', '所属人'],
  ...['销售负责人', '业务负责人'],
  ...['sales agent', 'sales rep'],
]

export const departmentColumn = namedColumn(
  'department',
  { en: 'Department', 'zh-CN': '部门' },
  ['所属部门', '归属部门', 'team'],
  '销售部',
)

/** Reads the colleagues and departments a file may name, once per batch. */
export async function readPlaces(scope: Scope): Promise<Places> {
  const company = scope.company.id
  const [colleagues, departments] = await Promise.all([
    scope.db.execute<Colleague>(sql`
      select id, name, email, phone, department_id as "departmentId",
        disabled_at is not null as left
      from core.users where company_id = ${company}`),
    scope.db.execute<Department>(sql`
      select id, name, key from core.departments
      where company_id = ${company} and archived_at is null`),
  ])
  return { colleagues, departments }
}

/** Who gets new records whose rows name no owner. @returns a sentence when they may not */
export function unownedPlace(
  scope: Scope,
  { colleagues }: Places,
  ownerId: string | null | undefined,
  assignPermission: string,
): Ownership | string {
  if (!ownerId) return {}
  const colleague = colleagues.find(({ id, left }) => id === ownerId && !left)
  if (!colleague || (ownerId !== scope.user.id && !may(scope.user, assignPermission)))
    return bookText(scope.locale).mayNotAssign
  return { ownerId, departmentId: colleague.departmentId }
}

/** Whose a row says the record is, or why it cannot be: it names nobody, or too many. */
export function ownershipOf(
  scope: Scope,
  places: Places,
  row: { owner?: string; department?: string },
  assignPermission: string,
): Ownership | Blame {
  const t = bookText(scope.locale)
  const { owner, department } = row
  const result: Ownership = {}
  if (owner) {
    const wanted = searchText(owner)
    const found = places.colleagues.filter(
      ({ name, email, left }) =>
        !left && (email?.toLowerCase() === wanted || searchText(name) === wanted),
    )
    if (found.length > 1) return { reason: t.severalOwners(owner), field: 'owner' }
    const [colleague] = found
    if (!colleague) return { reason: t.unknownOwner(owner), field: 'owner' }
    if (colleague.id !== scope.user.id && !may(scope.user, assignPermission))
      return { reason: t.mayNotAssign, field: 'owner' }
    result.ownerId = colleague.id
    result.departmentId = colleague.departmentId
  }
  if (department) {
    const wanted = searchText(department)
    const found = places.departments.find(
      ({ name, key }) => key === wanted || searchText(name) === wanted,
    )
    if (!found) return { reason: t.unknownDepartment(department), field: 'department' }
    result.departmentId = found.id
    result.departmentNamed = true
  }
  return result
}
