import { type Context, Hono } from 'hono'
import type { FieldErrors } from '../../views/form.tsx'
import { roleWords } from '../access/roles.ts'
import { shownPhone } from '../access/shown-phone.ts'
import { allowAll } from '../http/allow.ts'
import { type Raw, readForm } from '../http/form.ts'
import { ownPath } from '../http/own-path.ts'
import { Refusal } from '../http/refusal.ts'
import { forgetLanguage, go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { isLocale } from '../i18n/locale.ts'
import { readTokens } from '../tokens/tokens.ts'
import {
  changeLanguage,
  changePassword,
  changeProfile,
  changeTheme,
  endOthers,
  endSession,
  readSessions,
} from './account.ts'
import { authText } from './messages.ts'
import { AccountPage } from './views/account.tsx'

/** A person's own profile, sessions, language and theme. */
export const accountRoutes = new Hono<Site>()

const here = '/account'

accountRoutes.get(here, allowAll, (c) => {
  const { name, locale } = c.var.scope.user
  return draw(c, { raw: { name, locale: locale ?? '' } })
})

accountRoutes.post(here, allowAll, async (c) => {
  const { raw } = await readForm(c)
  const errors = await changeProfile(c.var.scope, raw)
  if (errors) return draw(c, { raw, errors })
  forgetLanguage(c)
  const locale = isLocale(raw.locale) ? raw.locale : c.var.locale
  return go(c, here, { kind: 'success', text: authText(locale).account.saved })
})

accountRoutes.post(`${here}/password`, allowAll, async (c) => {
  const { raw } = await readForm(c)
  const errors = await changePassword(c, raw)
  const { name, locale } = c.var.scope.user
  if (errors) return draw(c, { raw: { name, locale: locale ?? '' }, passwordErrors: errors })
  const text = authText(c.var.locale).account.passwordChanged
  return go(c, here, { kind: 'success', text })
})

accountRoutes.post(`${here}/theme`, allowAll, async (c) => {
  const { raw } = await readForm(c)
  const { theme } = raw
  if (theme !== 'light' && theme !== 'dark' && theme !== 'system') throw new Refusal(400)
  await changeTheme(c.var.scope, theme === 'system' ? null : theme)
  return go(c, ownPath(raw.back))
})

accountRoutes.post(`${here}/language`, allowAll, async (c) => {
  const { raw } = await readForm(c)
  if (!isLocale(raw.locale)) throw new Refusal(400)
  await changeLanguage(c.var.scope, raw.locale)
  forgetLanguage(c)
  return go(c, ownPath(raw.back))
})

accountRoutes.post(`${here}/sessions/end`, allowAll, async (c) => {
  const { raw } = await readForm(c)
  await endSession(c.var.scope, raw.session ?? '')
  return go(c, here, { kind: 'success', text: authText(c.var.locale).account.ended })
})

accountRoutes.post(`${here}/sessions/end-others`, allowAll, async (c) => {
  await endOthers(c.var.scope, c.var.signedIn?.sessionId ?? '')
  return go(c, here, { kind: 'success', text: authText(c.var.locale).account.othersEnded })
})

type Drawn = { raw: Raw; errors?: FieldErrors; passwordErrors?: FieldErrors }

async function draw(c: Context<Site>, drawn: Drawn) {
  const { scope, signedIn } = c.var
  const page = (
    <AccountPage
      locale={scope.locale}
      timeZone={scope.company.timeZone}
      now={scope.now()}
      login={[scope.user.email, scope.user.phone && shownPhone(scope.user.phone)]
        .filter(Boolean)
        .join(' · ')}
      theme={scope.user.theme ?? 'system'}
      roles={scope.user.roles.map((role) => roleWords[role].title[scope.locale])}
      sessions={await readSessions(scope)}
      current={signedIn?.sessionId ?? ''}
      tokens={await readTokens(scope, scope.user.id)}
      {...drawn}
    />
  )
  const refused = drawn.errors ?? drawn.passwordErrors
  const { title } = authText(scope.locale).account
  return c.render(page, { title, status: refused ? 422 : 200 })
}
