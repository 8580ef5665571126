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
import { readTokenForm } from './token-form.ts'
import { makeToken, readTokens, revokeToken } from './tokens.ts'
import { TokensPage } from './views/tokens.tsx'

/** Tokens for programs: administrators make them, and everybody can revoke their own. */
export const tokenRoutes = new Hono<Site>()

const here = '/admin/api'
const manage = allow('core.api.manage')

tokenRoutes.get(here, manage, (c) => draw(c, { person: c.var.scope.user.id }))

tokenRoutes.post(here, manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  let errors: Errors = {}
  const to = await once(scope, raw, async () => {
    const { token, ...read } = await readTokenForm(scope, raw)
    errors = read.errors
    const wrong = await confirmIfOld(c, raw.confirm)
    if (wrong) errors.confirm = wrong
    if (wrong || !token) return undefined
    keepToShow(c, 'token', scope.user.id, await makeToken(scope, token))
    return here
  })
  return to ? go(c, to) : draw(c, raw, errors)
})

tokenRoutes.post(`${here}/revoke`, manage, async (c) => {
  await revoke(c, null)
  return go(c, here, { kind: 'success', text: tokenText(c.var.locale).revoked })
})

tokenRoutes.post('/account/tokens/revoke', allowAll, async (c) => {
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
  const page = (
    <TokensPage
      locale={scope.locale}
      timeZone={scope.company.timeZone}
      now={scope.now()}
      tokens={await readTokens(scope, null)}
      people={colleagues.filter(({ left }) => !left)}
      made={takeToShow(c, 'token', scope.user.id)}
      raw={raw}
      errors={errors}
      once={onceKey(raw)}
      confirm={mustConfirm(c)}
    />
  )
  return c.render(page, { title: tokenText(scope.locale).title, status: errors ? 422 : 200 })
}
