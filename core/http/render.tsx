import type { Context, MiddlewareHandler } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { BarePage } from '../../views/bare-page.tsx'
import { Layout } from '../../views/layout.tsx'
import type { Banner, Shell, Toast } from '../../views/shell.ts'
import { may } from '../access/person.ts'
import { formatMoment } from '../i18n/format.ts'
import { coreText } from '../i18n/messages.ts'
import { countUnread } from '../notify/unread.ts'
import { dropCookie, putCookie } from './cookies.ts'
import { keepFlash, takeFlash } from './flash.ts'
import { pageAnswer } from './headers.ts'
import { navigationFor } from './navigation.ts'
import { sayReadOnly } from './read-only.ts'
import type { Site } from './site.ts'

export type PageProps = {
  title: string
  status?: ContentfulStatusCode
  /** Without the shell: sign-in, set-up, and whatever stands before it. */
  bare?: boolean
  /** Whose page it is, where a bare one is a company's own and not the product's. */
  brand?: string
  toasts?: Toast[]
}

declare module 'hono' {
  // An interface, since only interfaces merge with hono's own.
  interface ContextRenderer {
    (content: Child, props: PageProps): Response | Promise<Response>
  }
}

/** Whether htmx asks for a piece of the page it already has; nothing else ever decides this. */
const wantsFragment = (c: Context<Site>): boolean => c.req.header('hx-request-type') === 'partial'

/**
 * Decides, for every page of the product and here alone, whether the whole page or only its
 * content goes out. Pages are personal, so no cache may keep them.
 */
export const drawPages: MiddlewareHandler<Site> = async (c, next) => {
  c.setRenderer((content, props) => {
    const draw = wantsFragment(c) ? piece : props.bare || !c.var.scope ? bare : full
    return pageAnswer(c, String(draw(c, content, props)), props.status ?? 200)
  })
  await next()
}

const piece = (_: Context<Site>, content: Child) => content

function full(c: Context<Site>, content: Child, props: PageProps) {
  const shell = shellOf(c, props.toasts)
  return (
    <Layout shell={shell} title={props.title}>
      {content}
    </Layout>
  )
}

function bare(c: Context<Site>, content: Child, props: PageProps) {
  const { locale, product } = c.var
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const here = new URL(c.req.url)
  here.searchParams.set('lang', other)
  return (
    <BarePage
      locale={locale}
      title={props.title}
      brand={props.brand}
      assets={product.assets}
      otherLanguageHref={c.req.method === 'GET' ? here.pathname + here.search : undefined}
      toasts={[...takeFlash(c), ...(props.toasts ?? [])]}
    >
      {content}
    </BarePage>
  )
}

function shellOf(c: Context<Site>, toasts: Toast[] = []): Shell {
  const { scope, product } = c.var
  return {
    locale: scope.locale,
    theme: scope.user.theme ?? 'system',
    companyName: scope.company.name,
    userId: scope.user.id,
    userName: scope.user.name,
    path: c.req.path,
    nav: navigationFor(product.registry, scope, c.req.path),
    canSearch: true,
    help: helpFor(c),
    unread: countUnread(c.var.unread, scope.modules),
    assets: product.assets,
    banners: [...bannersFor(c), ...silentServer(c), ...readOnlyHere(c)],
    blocked: product.registry.console.blocked?.(scope, c.req.path),
    toasts: [...takeFlash(c), ...toasts],
  }
}

/** The way to help about this page, from the module that has it, while it is on. */
function helpFor(c: Context<Site>): Shell['help'] {
  const { scope, product } = c.var
  for (const { id, help } of product.registry.modules)
    if (help && scope.modules.state(id) !== 'off' && may(scope.user, help.permission))
      return { href: help.href(c.req.path), label: help.label(scope), offers: help.offers }
  return undefined
}

/** Administrators hear when the server that decides what is on for whom has gone silent. */
function silentServer(c: Context<Site>): Banner[] {
  const { scope, product } = c.var
  const heard = product.flagServer?.heard()
  if (!heard?.isFailing || !may(scope.user, 'core.modules.manage')) return []
  const t = coreText(scope.locale)
  const { timeZone } = scope.company
  const last = heard.at && formatMoment(scope.locale, timeZone, heard.at)
  return [{ kind: 'warning', text: last ? t.serverSilent(last) : t.serverNeverHeard }]
}

/** On the pages of a module that may only be looked at it says so, and why. */
function readOnlyHere(c: Context<Site>): Banner[] {
  const { scope, product } = c.var
  const first = c.req.path.split('/')[1]
  const module = product.registry.modules.find(({ id }) => id === first)
  if (!module || scope.modules.state(module.id) !== 'read') return []
  const action = learnAction(c, module.id)
  return [{ kind: 'info', text: sayReadOnly(scope, module), ...(action && { action }) }]
}

/** Where one finds what is left to learn, when that is why a module may only be looked at. */
export function learnAction(c: Context<Site>, module: string): Banner['action'] {
  const { scope, product } = c.var
  const teacher = product.registry.modules.find(({ learning }) => learning)
  if (!teacher?.learning || !scope.modules.why(module)?.toLearn) return undefined
  return { href: teacher.learning.href(module), label: coreText(scope.locale).learnNow }
}

/** Administrators are warned while passwords travel in the open; on the machine itself they do not. */
function bannersFor(c: Context<Site>): Banner[] {
  const { scope } = c.var
  const host = new URL(c.req.url).hostname
  const open =
    !c.var.product.env.BASE_URL?.startsWith('https:') && !/^(localhost|127\.|\[::1\])/.test(host)
  return open && scope.user.roles.includes('admin')
    ? [{ kind: 'warning', text: coreText(scope.locale).insecure }]
    : []
}

/** Sends the browser on after something was done, for plain forms and for htmx alike. */
export function go(c: Context<Site>, to: string, toast?: Toast): Response {
  if (toast) keepFlash(c, toast)
  if (wantsFragment(c)) return c.body(null, 200, { 'HX-Redirect': to })
  return c.redirect(to, 303)
}

/**
 * Answers a form that htmx sent with what stands in its place now, and sends a plain one on: whoever
 * is filling another form of the page keeps what they typed.
 */
export const stay = (
  c: Context<Site>,
  to: string,
  toast: Toast,
  draw: () => Response | Promise<Response>,
): Response | Promise<Response> => (wantsFragment(c) ? draw() : go(c, to, toast))

/** A stranger's choice of language on a bare page (`?lang=en`), remembered for this browser. */
export const takeLanguage: MiddlewareHandler<Site> = async (c, next) => {
  const picked = c.req.query('lang')
  if (c.req.method === 'GET' && (picked === 'en' || picked === 'zh-CN')) {
    c.set('locale', picked)
    putCookie(c, 'locale', picked, 31_536_000)
  }
  await next()
}

/** Forgets the browser's own language once a person's profile says which one they want. */
export const forgetLanguage = (c: Context<Site>): void => {
  dropCookie(c, 'locale')
}
