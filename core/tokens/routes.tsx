import { type Context, Hono } from 'hono'
import { readDirectory } from '../access/directory.ts'
import { confirmIfOld, mustConfirm } from '../auth/confirm.ts'
import { isId } from '../db/id.ts'
import { allow, allowAll } from '../http/allow.ts'
import { type Errors, type Raw, readForm } from '../http/form.ts'
import { once, onceKey } from '../http/once.ts'
import { notFound } from '../http/refusal.ts'
import { go } from '../http/render.tsx'
import { keepToShow, takeToShow } from '../http/shown-once.ts'
import type { Site } from '../http/site.ts'
import { tokenText } from './messages.ts'
import { readOwnTokenForm, readTokenForm } from './token-form.ts'
import { makeToken, readTokens, revokeToken } from './tokens.ts'
import { OwnTokensPage } from './views/own-tokens.tsx'
import { TokensPage } from './views/tokens.tsx'

/** Tokens for programs: administrators make them for anybody, and everybody in their own name. */
export const tokenRoutes = new Hono<Site>()

const here = '/admin/api'
const mine = '/account/tokens'
const manage = allow('core.api.manage')

tokenRoutes.get(here, manage, (c) => draw(c, { person: c.var.scope.user.id }))
tokenRoutes.post(here, manage, (c) => make(c, here))
tokenRoutes.get(mine, allowAll, (c) => drawOwn(c, {}))
tokenRoutes.post(mine, allowAll, (c) => make(c, mine))

async function make(c: Context<Site>, place: typeof here | typeof mine) {
  const { scope } = c.var
  const { raw } = await readForm(c)
  let errors: Errors = {}
  const to = await once(scope, raw, async () => {
    const { token, ...read } = await (place === mine ? readOwnTokenForm : readTokenForm)(scope, raw)
    errors = read.errors
    const wrong = await confirmIfOld(c, raw.confirm)
    if (wrong) errors.confirm = wrong
    if (wrong || !token) return undefined
    keepToShow(c, 'token', scope.user.id, await makeToken(scope, token))
    return place
  })
  if (to) return go(c, to)
  return place === mine ? drawOwn(c, raw, errors) : draw(c, raw, errors)
}

tokenRoutes.post(`${here}/revoke`, manage, async (c) => {
  await revoke(c, null)
  return go(c, here, { kind: 'success', text: tokenText(c.var.locale).revoked })
})

tokenRoutes.post(`${mine}/revoke`, allowAll, async (c) => {
  await revoke(c, c.var.scope.user.id)
  return go(c, '/account', { kind: 'success', text: tokenText(c.var.locale).revoked })
})

async function revoke(c: Context<Site>, owner: string | null): Promise<void> {
  const { token = '' } = (await readForm(c)).raw
  if (!isId(token)) throw notFound()
  await revokeToken(c.var.scope, token, owner)
}

async function draw(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const { colleagues } = await readDirectory(scope)
  const people = colleagues.filter(({ left }) => !left)
  const tokens = await readTokens(scope, null)
  const page = <TokensPage {...shared(c, raw, errors)} tokens={tokens} people={people} />
  return c.render(page, { title: tokenText(scope.locale).title, status: errors ? 422 : 200 })
}

async function drawOwn(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const tokens = await readTokens(scope, scope.user.id)
  const page = <OwnTokensPage {...shared(c, raw, errors)} tokens={tokens} />
  return c.render(page, { title: tokenText(scope.locale).mine, status: errors ? 422 : 200 })
}

const shared = (c: Context<Site>, raw: Raw, errors?: Errors) => ({
  locale: c.var.scope.locale,
  timeZone: c.var.scope.company.timeZone,
  now: c.var.scope.now(),
  made: takeToShow(c, 'token', c.var.scope.user.id),
  raw,
  errors,
  once: onceKey(raw),
  confirm: mustConfirm(c),
})
