import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import { ModuleOff, ReadOnly } from '../http/gate.tsx'
import { sayReadOnlyRefusal } from '../http/read-only.ts'
import { Refusal } from '../http/refusal.ts'
import type { Site } from '../http/site.ts'
import { stoppedFor } from '../stopped.ts'
import { Invalid } from './invalid.ts'
import { apiText } from './messages.ts'

/** What each status is called in the `type` of a problem; programs may rely on these. */
const codes: Partial<Record<ContentfulStatusCode, Code>> = {
  301: 'moved',
  400: 'bad-request',
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  409: 'version-conflict',
  412: 'version-conflict',
  413: 'too-large',
  415: 'not-json',
  422: 'invalid',
  428: 'version-needed',
  429: 'too-many',
  500: 'broken',
  503: 'away',
}

/** As the description shows it. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z
    .array(
      z.object({
        pointer: z.string().optional(),
        parameter: z.string().optional(),
        detail: z.string(),
      }),
    )
    .optional(),
  request: z.string().optional(),
})

type Code = keyof ReturnType<typeof apiText>['titles']

/** A problem document (RFC 9457): what is wrong, for programs in `type`, for people in the rest. */
export function problem(c: Context<Site>, error: Error, status: ContentfulStatusCode): Response {
  const t = apiText(c.var.locale)
  const code = codeOf(error, status)
  if (error instanceof ModuleOff) c.header('X-Module-Off', error.module.id)
  if (error instanceof Refusal && error.wait) c.header('Retry-After', String(error.wait))
  if (status === 401) c.header('WWW-Authenticate', 'Bearer')
  return c.body(
    JSON.stringify({
      type: `urn:stepwise:problem:${code}`,
      title: t.titles[code],
      status,
      detail: detailOf(c, error, status),
      ...(error instanceof Invalid && { errors: errorsOf(error) }),
      ...(status >= 500 && { request: c.var.requestId }),
    }),
    status,
    { 'Content-Type': 'application/problem+json; charset=utf-8' },
  )
}

const codeOf = (error: Error, status: ContentfulStatusCode): Code =>
  error instanceof ModuleOff
    ? 'module-off'
    : error instanceof ReadOnly
      ? 'read-only'
      : (codes[status] ?? 'bad-request')

/** Each by where it stands: a JSON pointer into the body, or the name of a parameter. */
const errorsOf = ({ errors, place }: Invalid) =>
  Object.entries(errors).map(([path, detail]) =>
    place === 'body'
      ? { pointer: `#${path && `/${path.split('.').map(escaped).join('/')}`}`, detail }
      : { parameter: path, detail },
  )

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1')

function detailOf(c: Context<Site>, error: Error, status: ContentfulStatusCode): string {
  const { locale } = c.var
  const t = apiText(locale)
  if (error instanceof ModuleOff) {
    const stopped = stoppedFor(c.var.scope, c.var.product.registry.modules, error.module)
    return stopped
      ? t.moduleStopped(stopped.title, stopped.everybody, stopped.need)
      : t.moduleOff(error.module.title[locale])
  }
  if (error instanceof ReadOnly) return sayReadOnlyRefusal(c.var.scope, error.module)
  if (error instanceof Refusal && error.message) return error.message
  if (status === 429) return t.wait(error instanceof Refusal ? (error.wait ?? 1) : 1)
  const usual: Partial<Record<ContentfulStatusCode, string>> = {
    401: t.token,
    404: t.notThere,
    413: t.tooLarge,
    415: t.type,
    422: t.invalid,
    500: t.broken,
    503: t.away,
  }
  return usual[status] ?? t.titles[codeOf(error, status)]
}
