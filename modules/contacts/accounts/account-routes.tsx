import { Hono } from 'hono'
import { newId } from '../../../core/db/id.ts'
import { readRecordForm } from '../../../core/fields/record-form.ts'
import { allow } from '../../../core/http/allow.ts'
import { once } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawList } from '../../../core/lists/list-pages.tsx'
import { addListRoutes } from '../../../core/lists/list-routes.tsx'
import { recordNames } from '../../../core/lists/naming.ts'
import { takeFiles } from '../../../core/own-fields/taking-files.ts'
import { orTaken } from '../../../core/own-fields/writing.ts'
import { addCollaboratorRoutes } from '../../../core/records/collaborating.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { addRecordRoutes, savedToast } from '../../../core/records/record-routes.tsx'
import { addDateRoutes } from '../dates/routes.tsx'
import { type Asked, askAboutAccount, hasErrors, withErrors } from '../duplicates/asking.ts'
import { addSimilarRoutes } from '../duplicates/similar-routes.tsx'
import { accountKind } from '../kinds.ts'
import { orWinner } from '../merging/or-winner.ts'
import { contactsText } from '../messages.ts'
import { addRelationRoutes } from '../relations/routes.tsx'
import { NameOptions } from '../views/account-picker.tsx'
import { HierarchyPage } from '../views/hierarchy-page.tsx'
import { accountRaw, type ReadAccount, readAccountForm } from './account-form.ts'
import { accountList } from './account-list.ts'
import { drawAccount, drawAccountConflict, drawAccountForm } from './account-pages.tsx'
import { readAccount } from './account-record.ts'
import { createAccount, saveAccount } from './accounts.ts'
import { readHierarchy } from './hierarchy-reading.ts'

/** Accounts: the list, the record, its form. */
export const accountRoutes = new Hono<Site>()

const accountAt = (recordId: string) => ({ object: accountKind.object, recordId })

const view = allow(accountKind.view)
const edit = allow(accountKind.edit)

accountRoutes.get('/', view, (c) => drawList(c, accountList))

accountRoutes.get('/new', edit, (c) => drawAccountForm(c, { raw: {} }))

accountRoutes.get('/names', view, async (c) => {
  const typed = c.req.query('parent') ?? c.req.query('account') ?? ''
  const names = await recordNames(c.var.scope, accountKind, typed)
  return c.render(<NameOptions names={names} />, { title: '' })
})

addListRoutes(accountRoutes, accountList)
addRecordRoutes(accountRoutes, accountKind, drawAccount)
addCollaboratorRoutes(accountRoutes, accountKind)
addDateRoutes(accountRoutes, accountKind)
addRelationRoutes(accountRoutes, accountKind)
addSimilarRoutes(accountRoutes, accountKind, async (scope, raw, id) =>
  askAboutAccount(scope, raw, id ? await readAccount(scope, id, accountKind.edit) : undefined),
)

accountRoutes.post('/', edit, async (c) => {
  const { scope, product } = c.var
  const raw = await readRecordForm(c, fieldsOf(scope, accountKind))
  let read: ReadAccount | undefined
  let asked: Asked | undefined
  const to = await once(scope, raw, async () => {
    const given = newId()
    const refused = await takeFiles(c, accountAt(given), raw)
    ;[read, asked] = await Promise.all([readAccountForm(scope, raw), askAboutAccount(scope, raw)])
    const errors = Object.assign(read.errors, refused)
    if (hasErrors(read, asked)) return undefined
    const { input } = read
    const id = await orTaken(errors, () => createAccount(scope, product.registry, input, given))
    return id && `${accountKind.href}/${id}`
  })
  if (!to) return drawAccountForm(c, { raw, ...withErrors(asked, read) })
  return go(c, to, savedToast(scope, read?.understood))
})

const drawRecord = orWinner(accountKind, (c) => drawAccount(c, pathId(c)))
accountRoutes.get('/:id', view, drawRecord)

accountRoutes.get('/:id/hierarchy', view, async (c) => {
  const { scope } = c.var
  const hierarchy = await readHierarchy(scope, pathId(c))
  const page = <HierarchyPage scope={scope} hierarchy={hierarchy} />
  return c.render(page, { title: contactsText(scope.locale).accounts.group })
})

accountRoutes.get('/:id/edit', edit, async (c) => {
  const account = await readAccount(c.var.scope, pathId(c), accountKind.edit)
  const raw = accountRaw(c.var.scope, account)
  return drawAccountForm(c, { account, raw, version: account.version })
})

accountRoutes.post('/:id', edit, async (c) => {
  const { scope, product } = c.var
  const account = await readAccount(scope, pathId(c), accountKind.edit)
  const raw = await readRecordForm(c, fieldsOf(scope, accountKind))
  const version = versionOf(raw)
  const refused = await takeFiles(c, accountAt(account.id), raw, account.values)
  const [read, asked] = await Promise.all([
    readAccountForm(scope, raw, account),
    askAboutAccount(scope, raw, account),
  ])
  const { input } = read
  const errors = Object.assign(read.errors, refused)
  const saved =
    !hasErrors(read, asked) &&
    (await orTaken(errors, () => saveAccount(scope, product.registry, account, version, input)))
  if (!saved) return drawAccountForm(c, { account, raw, version, ...withErrors(asked, read) })
  if (saved === 'conflict') return drawAccountConflict(c, account.id, raw, version)
  return go(c, `${accountKind.href}/${account.id}`, savedToast(scope, read.understood))
})
