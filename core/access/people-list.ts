import { sql } from 'drizzle-orm'
import type { Role } from '../module.ts'
import type { Scope } from '../scope.ts'
import { searchKeys, searchText } from '../values/names.ts'
import { type Department, withBelow } from './department-tree.ts'

export const peopleViews = ['active', 'asked', 'invited', 'disabled'] as const
export type PeopleView = (typeof peopleViews)[number]

export type PersonRow = {
  id: string
  name: string
  email: string | null
  phone: string | null
  departmentId: string | null
  departmentName: string | null
  roles: Role[]
  champion: boolean
  disabled: boolean
  /** When they asked for a new password, if they wait for one. */
  askedAt: Date | null
  /** Whether they ever chose a password. */
  joined: boolean
}

export type PeopleFilter = {
  view: PeopleView
  query: string
  /** Id of a department; people below it count too. */
  department: string
  role: string
}

export type PeopleList = { rows: PersonRow[]; counts: Record<PeopleView, number> }

/**
 * The people a filter leaves, those who wait for a password first, then by name. A company's
 * people are few enough to be read at once, so that pinyin needs no columns of its own.
 */
export async function listPeople(
  scope: Scope,
  filter: PeopleFilter,
  departments: readonly Department[],
): Promise<PeopleList> {
  const all = await readEverybody(scope)
  const homes = filter.department ? withBelow(departments, filter.department) : undefined
  const fits = all.filter(
    (person) =>
      (!homes || homes.includes(person.departmentId ?? '')) &&
      (!filter.role || person.roles.includes(filter.role as Role)) &&
      matches(person, filter.query),
  )
  const rows = fits
    .filter(inView[filter.view])
    .sort((one, other) => rank(one) - rank(other) || byName.compare(one.name, other.name))
  const count = (view: PeopleView) => fits.filter(inView[view]).length
  const counts = Object.fromEntries(peopleViews.map((view) => [view, count(view)]))
  return { rows, counts: counts as PeopleList['counts'] }
}

/** Chinese names by pinyin, in whichever language the page is read. */
const byName = new Intl.Collator('zh-CN')

const inView: Record<PeopleView, (person: PersonRow) => boolean> = {
  active: (person) => !person.disabled,
  asked: (person) => !person.disabled && person.askedAt !== null,
  invited: (person) => !person.disabled && !person.joined,
  disabled: (person) => person.disabled,
}

const rank = (person: PersonRow): number => (person.askedAt ? 0 : 1)

const readEverybody = (scope: Scope): Promise<PersonRow[]> =>
  scope.db.execute<PersonRow>(sql`
    select u.id, u.name, u.email, u.phone, u.department_id as "departmentId",
      d.name as "departmentName", u.champion_since is not null as champion,
      u.disabled_at is not null as disabled, u.reset_asked_at as "askedAt",
      u.password_hash is not null as joined,
      coalesce((select array_agg(r.role order by r.role) from core.user_roles r
        where r.company_id = u.company_id and r.user_id = u.id), '{}') as roles
    from core.users u
    left join core.departments d on d.company_id = u.company_id and d.id = u.department_id
    where u.company_id = ${scope.company.id}`)

const spelled = new Map<string, string[]>()

/** Every way to write a name, worked out once. */
function spellings(name: string): string[] {
  let keys = spelled.get(name)
  if (!keys) {
    if (spelled.size > 20_000) spelled.clear()
    const { text, pinyin, initials } = searchKeys(name)
    keys = [text, ...pinyin, ...initials]
    spelled.set(name, keys)
  }
  return keys
}

/** By a part of the name, its pinyin or initials, of the e-mail address or of the phone number. */
function matches(person: PersonRow, query: string): boolean {
  const wanted = searchText(query)
  if (!wanted) return true
  const joined = wanted.replaceAll(' ', '')
  const digits = wanted.replaceAll(/[\s()+-]/g, '')
  return (
    spellings(person.name).some((key) => key.includes(wanted) || key.includes(joined)) ||
    (person.email?.includes(wanted) ?? false) ||
    (/^\d{3,}$/.test(digits) && (person.phone?.includes(digits) ?? false))
  )
}
