import type { Raw } from '../http/form.ts'
import type { Scope } from '../scope.ts'
import { searchText } from '../values/names.ts'
import { addPerson, makeLink } from './add-person.ts'
import type { Department } from './department-tree.ts'
import { accessText } from './messages.ts'
import { type PersonFields, readPersonForm } from './person-form.ts'

/** As many as one page of links can show, and one paste can check. */
export const mostLines = 200

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

/** Adds the people of good lines, each with a link of their own. */
export async function addSeveral(scope: Scope, good: readonly Line[]): Promise<Added[]> {
  const added: Added[] = []
  for (const { person } of good) {
    const id = await addPerson(scope, person)
    const token = (await makeLink(scope, id)) ?? ''
    added.push({ id, name: person.name, login: person.email ?? person.phone ?? '', token })
  }
  return added
}
