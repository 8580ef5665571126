import { type Context, Hono } from 'hono'
import { allowStrangers } from '../http/allow.ts'
import { readForm } from '../http/form.ts'
import { addHeader } from '../http/headers.ts'
import { forgetLanguage, go } from '../http/render.tsx'
import type { Site } from '../http/site.ts'
import { askForReset } from './forgotten.ts'
import { authText } from './messages.ts'
import { setUpCompany } from './set-up-company.ts'
import { isFounded, isSetupToken } from './setup.ts'
import { chooseAccount, leave, trySignIn } from './signing.ts'
import { AskedPage, ForgottenPage, LinkGonePage, WelcomePage } from './views/password.tsx'
import { SetupAwaitedPage, SetupDonePage, SetupPage } from './views/setup.tsx'
import { CompanyChooser, SignInPage } from './views/sign-in.tsx'
import { choosePassword, readWelcome } from './welcome.ts'

/** What stands before sign-in: first run, sign-in, one-time links, forgotten passwords. */
export const authRoutes = new Hono<Site>()

authRoutes.get('/setup', allowStrangers, async (c) => {
  const token = c.req.query('token') ?? ''
  if (!(await isSetupToken(c.var.product.pool, token))) return drawSetupGone(c)
  const t = authText(c.var.locale)
  const page = <SetupPage locale={c.var.locale} token={token} raw={{}} />
  return c.render(page, { title: t.setUp, bare: true })
})

authRoutes.post('/setup', allowStrangers, async (c) => {
  const { raw } = await readForm(c)
  const token = raw.token ?? ''
  if (!(await isSetupToken(c.var.product.pool, token))) return drawSetupGone(c)
  const errors = await setUpCompany(c, raw, token)
  if (!errors) return go(c, '/')
  const page = <SetupPage locale={c.var.locale} token={token} raw={raw} errors={errors} />
  return c.render(page, { title: authText(c.var.locale).setUp, status: 422, bare: true })
})

/** A link that sets nothing up says what to do instead: sign in, or open the newest one. */
async function drawSetupGone(c: Context<Site>) {
  const { locale } = c.var
  const t = authText(locale)
  if (!(await isFounded(c.var.product.pool))) return drawSetupAwaited(c, 404)
  return c.render(<SetupDonePage locale={locale} />, {
    title: t.setUpDone,
    status: 404,
    bare: true,
  })
}

function drawSetupAwaited(c: Context<Site>, status: 200 | 404) {
  const { locale } = c.var
  const title = authText(locale).setUpAwaited
  return c.render(<SetupAwaitedPage locale={locale} />, { title, status, bare: true })
}

authRoutes.get('/login', allowStrangers, async (c) => {
  if (c.var.signedIn) return c.redirect('/', 302)
  if (!(await isFounded(c.var.product.pool))) return drawSetupAwaited(c, 200)
  const page = <SignInPage locale={c.var.locale} next={c.req.query('next') ?? ''} />
  return c.render(page, { title: authText(c.var.locale).signIn, bare: true })
})

authRoutes.post('/login', allowStrangers, async (c) => {
  const { raw } = await readForm(c)
  const next = raw.next ?? ''
  const outcome = await trySignIn(c, raw)
  const { locale } = c.var
  const title = authText(locale).signIn
  if (outcome.kind === 'in') return go(c, outcome.to)
  if (outcome.kind === 'several') {
    const page = <CompanyChooser locale={locale} accounts={outcome.accounts} next={next} />
    return c.render(page, { title, bare: true })
  }
  const { errors, status } = outcome
  const page = <SignInPage locale={locale} email={raw.email} next={next} errors={errors} />
  return c.render(page, { title, status, bare: true })
})

authRoutes.post('/login/company', allowStrangers, async (c) => {
  const { raw } = await readForm(c)
  return go(c, await chooseAccount(c, raw.ticket ?? '', raw.next ?? ''))
})

authRoutes.post('/logout', allowStrangers, async (c) => {
  await leave(c)
  forgetLanguage(c)
  addHeader(c, 'Clear-Site-Data', '"cache", "storage"')
  return go(c, '/login')
})

authRoutes.get('/welcome/:token', allowStrangers, async (c) => {
  const token = c.req.param('token')
  const found = await readWelcome(c.var.product, token)
  const t = authText(c.var.locale)
  if (!found)
    return c.render(<LinkGonePage locale={c.var.locale} />, {
      title: t.linkGone,
      status: 404,
      bare: true,
    })
  const page = <WelcomePage locale={c.var.locale} token={token} {...found} />
  return c.render(page, { title: t.welcome(found.name), bare: true })
})

authRoutes.post('/welcome/:token', allowStrangers, async (c) => {
  const token = c.req.param('token')
  const { raw } = await readForm(c)
  const found = await readWelcome(c.var.product, token)
  const errors = found && (await choosePassword(c, raw.password ?? '', found))
  const t = authText(c.var.locale)
  if (!found || errors === 'gone')
    return c.render(<LinkGonePage locale={c.var.locale} />, {
      title: t.linkGone,
      status: 404,
      bare: true,
    })
  if (!errors) return go(c, '/')
  const page = <WelcomePage locale={c.var.locale} token={token} {...found} errors={errors} />
  return c.render(page, { title: t.welcome(found.name), status: 422, bare: true })
})

authRoutes.get('/forgotten', allowStrangers, (c) =>
  c.render(<ForgottenPage locale={c.var.locale} />, {
    title: authText(c.var.locale).forgotten,
    bare: true,
  }),
)

authRoutes.post('/forgotten', allowStrangers, async (c) => {
  const { raw } = await readForm(c)
  const t = authText(c.var.locale)
  const asked = await askForReset(c, raw.email ?? '')
  if (!asked.errors)
    return c.render(<AskedPage locale={c.var.locale} />, { title: t.asked, bare: true })
  const page = <ForgottenPage locale={c.var.locale} email={raw.email} errors={asked.errors} />
  return c.render(page, { title: t.forgotten, status: asked.status, bare: true })
})
