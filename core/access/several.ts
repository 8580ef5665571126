import { sql } from 'drizzle-orm'
import { hashToken } from '../auth/token.ts'
import { newIdAt } from '../db/id.ts'
import type { Raw } from '../http/form.ts'
import type { Scope } from '../scope.ts'
import { searchText } from '../values/names.ts'
import { addPerson, makeLink } from './add-person.ts'
import type { Department } from './department-tree.ts'
import { accessText } from './messages.ts'
import { type PersonFields, readPersonForm } from './person-form.ts'

/** As many as one page of links can show, and one paste can check. */
export const mostLines = 200

const hour = 3_600_000

export type Line = {
  /** As typed, and its number in what was pasted, from 1. */
  text: string
  number: number
  person: PersonFields
  department: string
  /** What is wrong with it; empty when it is good. */
  problems: string[]
}

/**
 * Reads pasted lines "name, e-mail or phone, department". Tabs, semicolons and Chinese commas
 * separate too, so that cells copied out of a spreadsheet work as they are.
 */
export async function readLines(
  scope: Scope,
  pasted: string,
  departments: readonly Department[],
): Promise<Line[]> {
  const lines: Line[] = []
  const texts = pasted.split(/\r\n?|\n/)
  for (const [at, text] of texts.entries()) {
    if (text.trim() === '') continue
    lines.push(await readLine(scope, text.trim(), at + 1, departments, lines))
    if (lines.length > mostLines) break
  }
  return lines
}

async function readLine(
  scope: Scope,
  text: string,
  number: number,
  departments: readonly Department[],
  before: readonly Line[],
): Promise<Line> {
  const t = accessText(scope.locale).several
  const [name = '', login = '', home = ''] = text.split(/[,，;；\t]/).map((cell) => cell.trim())
  const department = findDepartment(departments, home)
  const raw: Raw = { name, department: department?.id }
  raw[login.includes('@') ? 'email' : 'phone'] = login
  const { person, errors } = await readPersonForm(scope, raw, ['member'])
  const problems = Object.entries(errors).map(([field, sentence]) => {
    if (field === 'department') return t.unknownDepartment(home)
    return login && !/[@\d]/.test(login) ? t.noLogin(login) : sentence
  })
  const twin = before.find(
    ({ person: other }) =>
      (person.email && other.email === person.email) ||
      (person.phone && other.phone === person.phone),
  )
  if (twin) problems.push(t.twice(twin.number))
  return { text, number, person, department: department?.name ?? home, problems }
}

/** By key or by name, whatever the case and the spaces. */
function findDepartment(departments: readonly Department[], typed: string): Department | undefined {
  const wanted = searchText(typed)
  const live = departments.filter(({ archivedAt }) => !archivedAt)
  return (
    live.find(({ key }) => key === wanted) ?? live.find(({ name }) => searchText(name) === wanted)
  )
}

export type Added = { id: string; name: string; login: string; token: string }

/** Makes the token of a person's link, the same each time it is asked. */
type TokenOf = (id: string) => string

/** Adds the people of good lines, each with a link of their own. */
export async function addSeveral(
  scope: Scope,
  good: readonly Line[],
  tokenOf: TokenOf,
): Promise<void> {
  for (const { person } of good) {
    const id = await addPerson(scope, person)
    await makeLink(scope, id, tokenOf(id))
  }
}

/**
 * Those of the people one invited within the hour whose links were made so and wait to be used, for
 * the page that shows them: nothing but the hashes of their links is stored.
 */
export async function readAdded(scope: Scope, tokenOf: TokenOf): Promise<Added[]> {
  const rows = await scope.db.execute<Omit<Added, 'token'> & { hash: string }>(sql`
    select u.id, u.name, coalesce(u.email, u.phone, '') as login, l.token_hash as hash
    from core.one_time_links l
    join core.users u on u.company_id = l.company_id and u.id = l.user_id
    where l.company_id = ${scope.company.id} and l.created_by = ${scope.actorId}
      and l.purpose = 'invite' and l.used_at is null and u.disabled_at is null
      and l.id > ${newIdAt(new Date(scope.now().getTime() - hour))}
    order by u.id limit 1000`)
  return rows.flatMap(({ hash, ...one }) => {
    const token = tokenOf(one.id)
    return hashToken(token) === hash ? [{ ...one, token }] : []
  })
}
