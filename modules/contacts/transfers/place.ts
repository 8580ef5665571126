import { sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import { text } from '../../../core/fields/field.ts'
import type { PerLocale } from '../../../core/i18n/locale.ts'
import type { Scope } from '../../../core/scope.ts'
import { searchText } from '../../../core/values/names.ts'
import { contactsText } from '../messages.ts'

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
const named = (field: string, label: PerLocale, aliases: string[], example: string) => ({
  field,
  label,
  aliases,
  example,
  parse: text(200).parse,
  print: text(200).print,
})

export const ownerColumn = named(
  'owner',
  { en: 'Owner', 'zh-CN': '负责人' },
  [
    '客户所有人',
    '所有人',
    '归属人',
    '负责人姓名',
    '負責人',
    'account owner',
    'contact owner',
    'company owner',
    'organization - owner',
    'person - owner',
    '跟进人',
    '业务员',
    '销售',
    '客户经理',
    '所属人',
    'sales agent',
    'account manager',
    'sales rep',
  ],
  'lin@example.com',
)

export const departmentColumn = named(
  'department',
  { en: 'Department', 'zh-CN': '部门' },
  ['所属部门', '归属部门', 'team'],
  '销售部',
)

export const parentColumn = named(
  'parent',
  { en: 'Parent account', 'zh-CN': '上级客户' },
  [
    'parent account name',
    'parent company name',
    '母公司',
    '所属集团',
    '上级公司',
    'parent',
    'subsidiary of',
    'parent company',
  ],
  '星河集团',
)

export const accountColumn = named(
  'account',
  { en: 'Account', 'zh-CN': '所属客户' },
  [
    ...['account name', 'associated company', 'organization name', 'organization 1 - name'],
    ...['person - organization', 'organization', '公司名', '公司名稱', '单位名称', '所在公司'],
    '公司',
    '公司名称',
    '客户',
    '客户名称',
    '单位',
    '企业名称',
    'company',
    'company name',
    'employer',
  ],
  '上海星河科技有限公司',
)

export const roleColumn = named(
  'role',
  { en: 'Role there', 'zh-CN': '担任角色' },
  ['角色'],
  '采购决策人',
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
    return contactsText(scope.locale).transfer.mayNotAssign
  return { ownerId, departmentId: colleague.departmentId }
}

/** Whose a row says the record is. @returns a sentence when it names nobody, or too many */
export function ownershipOf(
  scope: Scope,
  places: Places,
  row: { owner?: string; department?: string },
  assignPermission: string,
): Ownership | string {
  const t = contactsText(scope.locale).transfer
  const { owner, department } = row
  const result: Ownership = {}
  if (owner) {
    const wanted = searchText(owner)
    const found = places.colleagues.filter(
      ({ name, email, left }) =>
        !left && (email?.toLowerCase() === wanted || searchText(name) === wanted),
    )
    if (found.length > 1) return t.severalOwners(owner)
    const [colleague] = found
    if (!colleague) return t.unknownOwner(owner)
    if (colleague.id !== scope.user.id && !may(scope.user, assignPermission)) return t.mayNotAssign
    result.ownerId = colleague.id
    result.departmentId = colleague.departmentId
  }
  if (department) {
    const wanted = searchText(department)
    const found = places.departments.find(
      ({ name, key }) => key === wanted || searchText(name) === wanted,
    )
    if (!found) return t.unknownDepartment(department)
    result.departmentId = found.id
    result.departmentNamed = true
  }
  return result
}
