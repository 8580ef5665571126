import type { Context } from 'hono'
import type { DiffField } from '../../views/diff.tsx'
import type { FieldErrors } from '../../views/form.tsx'
import { confirmIfOld, mustConfirm } from '../auth/confirm.ts'
import { renewSession } from '../auth/signing.ts'
import type { Errors, Raw } from '../http/form.ts'
import { once, onceKey } from '../http/once.ts'
import type { Site } from '../http/site.ts'
import { versionOf } from '../http/version.ts'
import { drawConflict } from '../records/conflict.tsx'
import { addPerson, makeLink } from './add-person.ts'
import { changeAlone } from './alone.ts'
import { changePerson } from './change-person.ts'
import { flatten, readDepartments, treeOf } from './department-tree.ts'
import { keepFreshLink } from './fresh-link.ts'
import { accessText } from './messages.ts'
import { readPersonForm } from './person-form.ts'
import { type PersonRecord, readPersonRecord } from './person-record.ts'
import { isRole, roleWords } from './roles.ts'
import { PersonFormPage } from './views/person-form.tsx'

/**
 * Adds the person of a form, with a link to send them. Any role but member needs the password of
 * the administrator, unless they showed it just now.
 * @returns where the person is, or what is wrong
 */
export async function addFromForm(
  c: Context<Site>,
  raw: Raw,
  roles: readonly string[],
): Promise<string | Errors> {
  const { scope } = c.var
  let errors: Errors = {}
  const to = await once(scope, raw, async () => {
    await changeAlone(scope)
    const read = await readPersonForm(scope, raw, roles)
    errors = read.errors
    const mighty = read.person.roles.some((role) => role !== 'member')
    const wrong = mighty && (await confirmIfOld(c, raw.confirm))
    if (wrong) errors.confirm = wrong
    if (Object.keys(errors).length > 0) return undefined
    const id = await addPerson(scope, read.person)
    const token = await makeLink(scope, id)
    if (token) keepFreshLink(c, id, token)
    return `/admin/people/${id}`
  })
  return to ?? errors
}

/**
 * Saves the form of a person. Other roles or another address need the administrator's password;
 * one's own other roles come with a new token.
 */
export async function saveFromForm(
  c: Context<Site>,
  old: PersonRecord,
  raw: Raw,
  roles: readonly string[],
): Promise<Errors | 'conflict' | undefined> {
  const { scope } = c.var
  await changeAlone(scope)
  const { person, errors } = await readPersonForm(scope, raw, roles, old.id)
  const otherRoles = person.roles.join() !== old.roles.join()
  const sensitive = otherRoles || person.email !== old.email || person.phone !== old.phone
  const wrong = sensitive && (await confirmIfOld(c, raw.confirm))
  if (wrong) errors.confirm = wrong
  if (Object.keys(errors).length > 0) return errors
  if (otherRoles && old.id === scope.user.id) await renewSession(c)
  return changePerson(scope, old.id, versionOf(raw), person, c.var.signedIn?.sessionId ?? null)
}

type Drawn = {
  person?: Pick<PersonRecord, 'id' | 'name' | 'version'>
  raw: Raw
  roles: readonly string[]
  errors?: FieldErrors
}

/** Draws the form: new, edit and error alike. */
export async function drawPersonForm(c: Context<Site>, drawn: Drawn): Promise<Response> {
  const { scope } = c.var
  const t = accessText(scope.locale).people
  const page = (
    <PersonFormPage
      locale={scope.locale}
      departments={flatten(treeOf(await readDepartments(scope)))}
      once={drawn.person ? undefined : onceKey(drawn.raw)}
      confirm={mustConfirm(c)}
      {...drawn}
    />
  )
  return c.render(page, {
    title: drawn.person ? drawn.person.name : t.add,
    status: drawn.errors ? 422 : 200,
  })
}

/** Somebody else saved the person meanwhile: both sides, field by field. */
export async function drawPersonConflict(
  c: Context<Site>,
  id: string,
  raw: Raw,
  chosen: readonly string[],
): Promise<Response> {
  const { scope } = c.var
  const t = accessText(scope.locale).people
  const now = await readPersonRecord(scope, id)
  const names = new Map((await readDepartments(scope)).map(({ id, name }) => [id, name]))
  const rolesOf = (keys: string) =>
    keys
      .split(',')
      .filter(isRole)
      .map((role) => roleWords[role].title[scope.locale])
      .join(', ')
  const field = (
    name: string,
    label: string,
    theirs: string,
    yours: string,
    show?: (value: string) => string,
  ): DiffField => {
    const shown = show && { theirs: show(theirs), yours: show(yours) }
    return { name, label, theirs, yours, shown }
  }
  const fields = [
    field('name', t.name, now.name, raw.name ?? ''),
    field('email', t.email, now.email ?? '', raw.email ?? ''),
    field('phone', t.phone, now.phone ?? '', raw.phone ?? ''),
    field(
      'department',
      t.department,
      now.departmentId ?? '',
      raw.department ?? '',
      (department) => names.get(department) ?? '',
    ),
    field('roles', t.roles, now.roles.join(), [...chosen].sort().join(), rolesOf),
    field('champion', t.champion, now.championSince ? 'on' : '', raw.champion ?? '', (on) =>
      on ? t.champion : '',
    ),
    field('locale', t.language, now.locale ?? '', raw.locale ?? ''),
  ]
  const { version, savedBy, updatedAt: savedAt } = now
  const action = `/admin/people/${id}`
  return drawConflict(c, { title: now.name, action, fields, version, savedBy, savedAt })
}
