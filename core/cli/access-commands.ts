import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { addPerson } from '../access/add-person.ts'
import { changeAlone } from '../access/alone.ts'
import type { Acting } from '../access/as-person.ts'
import { createCompany, findCompany } from '../access/companies.ts'
import { readDepartments } from '../access/department-tree.ts'
import { addDepartment } from '../access/departments.ts'
import { asOperator } from '../access/operator.ts'
import { readPersonForm } from '../access/person-form.ts'
import { isRole } from '../access/roles.ts'
import { hashPassword } from '../auth/password.ts'
import type { Errors } from '../http/form.ts'
import { isLocale } from '../i18n/locale.ts'
import { roles } from '../module.ts'
import type { Scope } from '../scope.ts'
import { StartFailure } from '../start/failure.ts'
import { parseEmail } from '../values/email.ts'
import { inProduct } from './acting.ts'
import { companyNamed } from './find.ts'
import { type Command, given, report, UsageError } from './io.ts'
import { newSecret, type Secret } from './secret.ts'

const text = { type: 'string' } as const
const mark = { type: 'boolean', default: false } as const

/** Founds a company with its first administrator. */
export const newCompany: Command = async (args, io) => {
  const { values } = parseArgs({
    args,
    options: {
      name: text,
      'admin-email': text,
      'admin-name': text,
      locale: { ...text, default: 'zh-CN' },
      'password-stdin': mark,
      json: mark,
    },
  })
  const { locale } = values
  const name = given(values.name, '--name "Its name"')
  const typed = given(values['admin-email'], '--admin-email amy@example.com')
  if (!isLocale(locale)) throw new UsageError('--locale wants zh-CN or en.')
  const email = parseEmail(typed)
  if (!email.ok) throw new UsageError(`"${typed}" is not an e-mail address.`)
  const adminEmail = email.value.toLowerCase()
  const adminName = values['admin-name'] ?? (adminEmail.split('@')[0] as string)
  const secret = await newSecret(io, values['password-stdin'], [name, adminName])
  const { company, admin } = await inProduct(io, async ({ pool }) => {
    if (await findCompany(pool, name))
      throw new StartFailure(`There is a company called "${name}" already: choose another name.`)
    const { password } = secret
    return createCompany(pool, { name, locale, adminName, adminEmail, password }, randomUUID())
  })
  const line = `Founded "${name}". ${adminEmail} administers it.`
  report(io, values.json, line + shown(secret), { company, admin, ...printed(secret) })
  return 0
}

/** Adds a department to a company. */
export const newDepartment: Command = async (args, io) => {
  const options = { company: text, key: text, name: text, parent: text, json: mark }
  const { values } = parseArgs({ args, options })
  const company = given(values.company, '--company "Its name"')
  const key = given(values.key, '--key sales')
  const name = given(values.name, '--name "Sales"')
  const made = await inCompanyNamed(io, company, async (scope) => {
    const parent = values.parent && (await departmentNamed(scope, values.parent))
    const outcome = await addDepartment(scope, { name, key, parent })
    return 'errors' in outcome ? refuse(outcome.errors) : outcome
  })
  report(io, values.json, `Added the department "${name}" (${made.key}).`, {
    department: made.id,
    key: made.key,
  })
  return 0
}

/** Adds a person who signs in with a password that is given or made here. */
export const newUser: Command = async (args, io) => {
  const { values } = parseArgs({
    args,
    options: {
      company: text,
      email: text,
      name: text,
      role: text,
      department: text,
      'password-stdin': mark,
      json: mark,
    },
  })
  const company = given(values.company, '--company "Its name"')
  const login = given(values.email, '--email lin@example.com')
  const name = given(values.name, '--name "Lin"')
  const role = given(values.role, '--role member')
  const key = given(values.department, '--department sales')
  if (!isRole(role)) throw new UsageError(`--role wants one of: ${roles.join(', ')}.`)
  const context = [name, login.split('@')[0] as string, company]
  const secret = await newSecret(io, values['password-stdin'], context)
  const passwordHash = await hashPassword(secret.password)
  const user = await inCompanyNamed(io, company, async (scope) => {
    await changeAlone(scope)
    const raw = { name, department: await departmentNamed(scope, key) }
    const address = login.includes('@') ? { email: login } : { phone: login }
    const { person, errors } = await readPersonForm(scope, { ...raw, ...address }, [role])
    if (Object.keys(errors).length > 0) return refuse(errors)
    return addPerson(scope, person, passwordHash)
  })
  const line = `Added ${name}, who signs in as ${login}.`
  report(io, values.json, line + shown(secret), { user, ...printed(secret) })
  return 0
}

const shown = ({ password, generated }: Secret): string =>
  generated ? `\nPassword, shown this once: ${password}` : ''

const printed = ({ password, generated }: Secret): { password?: string } =>
  generated ? { password } : {}

/** The first of the sentences that a form would have shown. */
function refuse(errors: Errors): never {
  throw new StartFailure(Object.values(errors)[0] ?? '')
}

const inCompanyNamed = <T>(
  io: Parameters<Command>[1],
  name: string,
  work: (scope: Scope) => Promise<T>,
): Promise<T> =>
  inProduct(io, async (product: Acting) => {
    const company = await companyNamed(product, name)
    return asOperator(product, company, randomUUID(), (scope) => work({ ...scope, locale: 'en' }))
  })

async function departmentNamed(scope: Scope, key: string): Promise<string> {
  const live = (await readDepartments(scope)).filter(({ archivedAt }) => !archivedAt)
  const found = live.find((department) => department.key === key)
  if (found) return found.id
  const keys = live.map((department) => department.key).join(', ')
  throw new StartFailure(`There is no department with the key "${key}"; there are: ${keys}.`)
}
