import { type Context, Hono } from 'hono'
import { isId } from '../../../core/db/id.ts'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { reachedName } from '../../../core/records/reach.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseDate, printDate } from '../../../core/values/date.ts'
import { parseText } from '../../../core/values/text.ts'
import { accountKind } from '../../contacts/public.ts'
import { editTickets } from '../rights.ts'
import {
  addInstalled,
  changeInstalled,
  type Installed,
  type InstalledInput,
  readInstalled,
  removeInstalled,
} from './installed-products.ts'
import { warrantyText } from './messages.ts'
import { InstalledForm } from './views/installed-form.tsx'

/** What customers have in use, written down by whoever serves them. */
export const installedRoutes = new Hono<Site>()

const serve = allow(editTickets)
const page = (accountId: string) => `${accountKind.href}/${accountId}`

type Drawn = {
  account: { id: string; name: string }
  product?: Installed
  raw: Raw
  errors?: Errors
  version?: number
}

function draw(c: Context<Site>, { account, product, raw, errors, version }: Drawn) {
  const { scope } = c.var
  const t = warrantyText(scope.locale)
  const form = (
    <InstalledForm
      {...{ scope, account, product, raw, version }}
      errors={errors ?? {}}
      once={product ? undefined : onceKey(raw)}
    />
  )
  const title = product ? t.edit(product.product) : t.add
  return c.render(form, { title, status: errors ? 422 : 200 })
}

/** The account that a new product is for. @throws Refusal 404 out of reach */
async function accountOf(scope: Scope, id = ''): Promise<Drawn['account']> {
  if (!isId(id)) throw notFound()
  return { id, name: await reachedName(scope, accountKind, id, accountKind.view) }
}

function readInstalledForm({ locale }: Scope, raw: Raw) {
  const t = warrantyText(locale)
  const fields = new Fields(raw, locale)
  const short = (text: string) => parseText(text, { most: 200 })
  const day = (text: string) => parseDate(text, {})
  const input: InstalledInput = {
    product: fields.need('product', t.product, short, ''),
    serial: fields.may('serial', short) ?? '',
    boughtOn: fields.may('boughtOn', day),
    warrantyUntil: fields.may('warrantyUntil', day),
    note: fields.may('note', (text) => parseText(text, { most: 2_000 })) ?? '',
  }
  const { boughtOn, warrantyUntil } = input
  if (boughtOn && warrantyUntil && warrantyUntil < boughtOn) fields.refuse('warrantyUntil', t.order)
  return { input, errors: fields.errors }
}

installedRoutes.get('/new', serve, async (c) => {
  const { scope } = c.var
  const id = c.req.query('account')
  if (!id) return go(c, accountKind.href)
  return draw(c, { account: await accountOf(scope, id), raw: {} })
})

installedRoutes.post('/', serve, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const account = await accountOf(scope, raw.account)
  const { input, errors } = readInstalledForm(scope, raw)
  const to = await once(scope, raw, async () => {
    if (Object.keys(errors).length > 0) return undefined
    await addInstalled(scope, account.id, input)
    return page(account.id)
  })
  if (!to) return draw(c, { account, raw, errors })
  return go(c, to, { kind: 'success', text: warrantyText(scope.locale).saved })
})

const accountIn = ({ accountId, account }: Installed) => ({ id: accountId, name: account })

installedRoutes.get('/:id', serve, async (c) => {
  const { scope } = c.var
  const product = await readInstalled(scope, pathId(c))
  const day = (iso: string | null) => iso && printDate(iso, scope.locale)
  const raw: Raw = {
    ...{ product: product.product, serial: product.serial, note: product.note },
    boughtOn: day(product.boughtOn) ?? '',
    warrantyUntil: day(product.warrantyUntil) ?? '',
  }
  return draw(c, { account: accountIn(product), product, raw, version: product.version })
})

installedRoutes.post('/:id', serve, async (c) => {
  const { scope } = c.var
  const product = await readInstalled(scope, pathId(c))
  const { raw } = await readForm(c)
  const { input, errors } = readInstalledForm(scope, raw)
  const version = versionOf(raw)
  const t = warrantyText(scope.locale)
  if (Object.keys(errors).length === 0) {
    if ((await changeInstalled(scope, product, version, input)) === 'saved')
      return go(c, page(product.accountId), { kind: 'success', text: t.saved })
    errors[''] = t.conflict
  }
  return draw(c, { account: accountIn(product), product, raw, errors, version: product.version })
})

installedRoutes.post('/:id/remove', serve, async (c) => {
  const { scope } = c.var
  const product = await readInstalled(scope, pathId(c))
  await removeInstalled(scope, product)
  const text = warrantyText(scope.locale).removed
  return go(c, page(product.accountId), { kind: 'success', text })
})
