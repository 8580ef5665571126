import { Hono } from 'hono'
import { isId, newId } from '../../../core/db/id.ts'
import { rawOf } from '../../../core/fields/forms.ts'
import { readRecordForm } from '../../../core/fields/record-form.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, readForm } from '../../../core/http/form.ts'
import { once } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawList } from '../../../core/lists/list-pages.tsx'
import { addListRoutes } from '../../../core/lists/list-routes.tsx'
import { takeFiles } from '../../../core/own-fields/taking-files.ts'
import { orTaken } from '../../../core/own-fields/writing.ts'
import { addCollaboratorRoutes } from '../../../core/records/collaborating.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { requireReach } from '../../../core/records/reach.ts'
import { addRecordRoutes, savedToast } from '../../../core/records/record-routes.tsx'
import { readAccount } from '../accounts/account-record.ts'
import { addDateRoutes } from '../dates/routes.tsx'
import { type Asked, askAboutPerson, hasErrors, withErrors } from '../duplicates/asking.ts'
import { addSimilarRoutes } from '../duplicates/similar-routes.tsx'
import { accountKind, personKind } from '../kinds.ts'
import { orWinner } from '../merging/or-winner.ts'
import { contactsText } from '../messages.ts'
import { addRelationRoutes } from '../relations/routes.tsx'
import { choosePrimary, linkAccount, unlinkAccount } from './linking.ts'
import { createPerson, savePerson } from './people.ts'
import { type ReadPerson, readLink, readPersonForm } from './person-form.ts'
import { personList } from './person-list.ts'
import { drawPerson, drawPersonConflict, drawPersonForm } from './person-pages.tsx'
import { readPerson } from './person-record.ts'

/** Contacts: the list, the record, its form, and the accounts they work for. */
export const personRoutes = new Hono<Site>()

const personAt = (recordId: string) => ({ object: personKind.object, recordId })

const view = allow(personKind.view)
const edit = allow(personKind.edit)
const page = (id: string) => `${personKind.href}/${id}`

personRoutes.get('/', view, (c) => drawList(c, personList))

personRoutes.get('/new', edit, async (c) => {
  const given = c.req.query('account') ?? ''
  const account = isId(given) && (await readAccount(c.var.scope, given, accountKind.view))
  return drawPersonForm(c, { raw: { account: account ? account.values.name : '' } })
})

addListRoutes(personRoutes, personList)
addRecordRoutes(personRoutes, personKind, drawPerson)
addCollaboratorRoutes(personRoutes, personKind)
addDateRoutes(personRoutes, personKind)
addRelationRoutes(personRoutes, personKind)
addSimilarRoutes(personRoutes, personKind, async (scope, raw, id) =>
  askAboutPerson(scope, raw, id ? await readPerson(scope, id, personKind.edit) : undefined),
)

personRoutes.post('/', edit, async (c) => {
  const { scope, product } = c.var
  const raw = await readRecordForm(c, fieldsOf(scope, personKind))
  let read: ReadPerson | undefined
  let asked: Asked | undefined
  const to = await once(scope, raw, async () => {
    const given = newId()
    const refused = await takeFiles(c, personAt(given), raw)
    ;[read, asked] = await Promise.all([readPersonForm(scope, raw), askAboutPerson(scope, raw)])
    const errors = Object.assign(read.errors, refused)
    if (hasErrors(read, asked)) return undefined
    const { values, link } = read
    const id = await orTaken(errors, () =>
      createPerson(scope, product.registry, values, link, given),
    )
    return id && page(id)
  })
  if (!to) return drawPersonForm(c, { raw, ...withErrors(asked, read) })
  return go(c, to, savedToast(scope, read?.understood))
})

const drawRecord = orWinner(personKind, (c) => drawPerson(c, pathId(c)))
personRoutes.get('/:id', view, drawRecord)

personRoutes.get('/:id/edit', edit, async (c) => {
  const { scope } = c.var
  const person = await readPerson(scope, pathId(c), personKind.edit)
  const raw = rawOf(fieldsOf(scope, personKind), person.values, scope.locale)
  return drawPersonForm(c, { person, raw, version: person.version })
})

personRoutes.post('/:id', edit, async (c) => {
  const { scope, product } = c.var
  const person = await readPerson(scope, pathId(c), personKind.edit)
  const raw = await readRecordForm(c, fieldsOf(scope, personKind))
  const version = versionOf(raw)
  const refused = await takeFiles(c, personAt(person.id), raw, person.values)
  const [read, asked] = await Promise.all([
    readPersonForm(scope, { ...raw, account: '' }, person),
    askAboutPerson(scope, raw, person),
  ])
  const { values } = read
  const errors = Object.assign(read.errors, refused)
  const saved =
    !hasErrors(read, asked) &&
    (await orTaken(errors, () => savePerson(scope, product.registry, person, version, values)))
  if (!saved) return drawPersonForm(c, { person, raw, version, ...withErrors(asked, read) })
  if (saved === 'conflict') return drawPersonConflict(c, person.id, raw, version)
  return go(c, page(person.id), savedToast(scope, read.understood))
})

personRoutes.post('/:id/link', edit, async (c) => {
  const { scope, product } = c.var
  const id = pathId(c)
  await requireReach(scope, personKind, [id], personKind.edit)
  const { raw } = await readForm(c)
  const errors: Errors = {}
  const link = await readLink(scope, raw, errors)
  if (!link) return drawPerson(c, id, undefined, { raw, errors })
  await linkAccount(scope, product.registry, id, link)
  return go(c, page(id), { kind: 'success', text: contactsText(scope.locale).people.linkedDone })
})

for (const [path, change] of [
  ['unlink', unlinkAccount],
  ['primary', choosePrimary],
] as const)
  personRoutes.post(`/:id/${path}`, edit, async (c) => {
    const { scope, product } = c.var
    const id = pathId(c)
    const { account = '' } = (await readForm(c)).raw
    if (!isId(account)) throw notFound()
    await requireReach(scope, personKind, [id], personKind.edit)
    await requireReach(scope, accountKind, [account], accountKind.view)
    await change(scope, product.registry, id, account)
    return go(c, page(id))
  })
