import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ErrorPage } from '../../views/error-page.tsx'
import { viewText } from '../../views/messages.ts'
import { ModuleOffPage } from '../../views/module-off.tsx'
import { administrators } from '../access/administrators.ts'
import { may } from '../access/person.ts'
import { problem } from '../api/problem.ts'
import { coreText } from '../i18n/messages.ts'
import { stoppedFor } from '../stopped.ts'
import { ModuleOff, ReadOnly } from './gate.tsx'
import { addHeader } from './headers.ts'
import { sayReadOnly, sayReadOnlyRefusal } from './read-only.ts'
import { Refusal } from './refusal.ts'
import type { Site } from './site.ts'

/** Failures of the database that end by themselves: it is away, restarting, full or too busy. */
const away = /^(08|53|57|58)|^(CONNECTION_|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)/

/**
 * Turns anything thrown into an answer: a page for people, a problem document for programs. What
 * can be mended is said in plain words, all else has an id to name.
 */
export async function answerError(error: Error, c: Context<Site>): Promise<Response> {
  const status = statusOf(error)
  if (status >= 500) logFailure(error, c, status)
  if (status === 503) addHeader(c, 'Retry-After', '5')
  if (/^\/api(\/|$)/.test(c.req.path)) return problem(c, error, status)
  if (error instanceof ModuleOff) return moduleOff(error, c)
  return errorPage(c, status, error instanceof Refusal ? error : undefined)
}

function statusOf(error: Error): ContentfulStatusCode {
  if (error instanceof Refusal) return error.status
  if (error instanceof HTTPException) return error.status as ContentfulStatusCode
  const code = codeOf(error)
  if (code === '22021' || code === '22P05') return 400
  return away.test(code) ? 503 : 500
}

function logFailure(error: Error, c: Context<Site>, status: number): void {
  c.var.product.log[status === 503 ? 'warn' : 'error'](
    {
      request: c.var.requestId,
      path: c.req.path,
      error: error.stack,
      cause: String(error.cause ?? ''),
    },
    'request failed',
  )
}

/** drizzle wraps what the driver threw. */
const codeOf = (error: Error): string => {
  const deepest = error.cause instanceof Error ? error.cause : error
  return String((deepest as { code?: unknown }).code ?? '')
}

export function errorPage(
  c: Context<Site>,
  status: ContentfulStatusCode,
  refusal?: Refusal,
): Response | Promise<Response> {
  const t = viewText(c.var.locale)
  const { host, signedIn } = c.var
  const isOutside = isForStrangers(c)
  if (refusal?.wait) addHeader(c, 'Retry-After', String(refusal.wait))
  return c.render(
    <ErrorPage
      t={t.errors}
      status={status}
      text={sentenceFor(c, status, refusal)}
      requestId={status >= 500 ? c.var.requestId : undefined}
      homeHref={isOutside ? host?.home?.href : signedIn ? '/' : '/login'}
      homeLabel={host?.home?.label}
    />,
    { title: String(status), status, bare: isOutside || !signedIn, brand: host?.brand },
  )
}

/** Below what a module shows to strangers: they know the company there, and not this product. */
const isForStrangers = ({ req, var: { product } }: Context<Site>): boolean =>
  product.registry.modules.some(({ open }) => open && `${req.path}/`.startsWith(`${open.at}/`))

/** What can be said more exactly than by the status alone. */
function sentenceFor(
  c: Context<Site>,
  status: ContentfulStatusCode,
  refusal?: Refusal,
): string | undefined {
  const t = coreText(c.var.locale)
  if (refusal instanceof ReadOnly) {
    const say = c.req.method === 'GET' ? sayReadOnly : sayReadOnlyRefusal
    return say(c.var.scope, refusal.module)
  }
  if (status === 409 && refusal?.message) return refusal.message
  return status === 413 ? t.fileTooLarge : undefined
}

/** Says which module is not there, and whom to ask; who decides that is shown where. */
async function moduleOff({ module }: ModuleOff, c: Context<Site>): Promise<Response> {
  const { scope, locale, product } = c.var
  addHeader(c, 'X-Module-Off', module.id)
  return c.render(
    <ModuleOffPage
      t={viewText(locale).moduleOff}
      module={module.title[locale]}
      stopped={stoppedFor(scope, product.registry.modules, module)}
      {...(may(scope.user, 'core.modules.manage')
        ? { ask: [], manageHref: `/admin/modules/${module.id}` }
        : { ask: (await administrators(scope)).map((name) => ({ name })) })}
    />,
    { title: module.title[locale], status: 404 },
  )
}
