import type { Context, Hono } from 'hono'
import { may } from '../access/person.ts'
import { allow, type Guard, guarded } from '../http/allow.ts'
import { pathId } from '../http/path-id.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import type { Site } from '../http/site.ts'
import { readJson } from './body.ts'
import { madeOnce } from './idempotency.ts'
import { readBy } from './invalid.ts'
import { apiText } from './messages.ts'
import { problem } from './problem.ts'
import { readQuestion } from './question.ts'
import type { JsonRecord, Resource, Writing } from './resource.ts'
import { etagOf, wantedVersion } from './version.ts'

/** Where a resource is. */
export const pathOf = ({ name }: Pick<Resource, 'name'>): string => `/v1/${name}`

/** Adds the addresses of one resource: its list, its records, and what may be done to them. */
export function mount(api: Hono<Site>, resource: Resource): void {
  const list = pathOf(resource)
  const record = `${list}/:id`
  const view = allow(resource.permission)

  api.get(list, view, async (c) => {
    const { scope, product, locale } = c.var
    const question = readQuestion(scope, resource, new URL(c.req.url).searchParams, locale)
    return c.json(await resource.list(scope, question, product.registry))
  })

  api.get(record, view, async (c) => {
    const id = pathId(c)
    const found = await seen(c, resource, id)
    if (found) return c.json(found, 200, etagOf(found))
    const successor = await resource.successor?.(c.var.scope, id)
    if (!successor) throw notFound()
    c.header('Location', `/api${list}/${successor}`)
    return problem(c, new Refusal(301, apiText(c.var.locale).moved), 301)
  })

  if (resource.writing) mountWriting(api, resource, resource.writing)
  api.all(list, refuseMethod(resource.writing ? 'GET, POST' : 'GET'))
  api.all(record, refuseMethod(resource.writing ? 'GET, PATCH, DELETE' : 'GET'))
}

function mountWriting(api: Hono<Site>, resource: Resource, writing: Writing): void {
  const list = pathOf(resource)
  const record = `${list}/:id`
  const edit = allowChange(resource.permission, writing.permission)

  api.post(list, edit, async (c) => {
    const { scope, product, locale } = c.var
    const { given, text } = await readJson(c)
    const input = readBy(await writing.input(scope), given, locale)
    const id = await madeOnce(c, text, () => writing.create(scope, product.registry, input))
    const made = (await seen(c, resource, id)) ?? { id }
    return c.json(made, 201, { Location: `/api${list}/${id}`, ...etagOf(made) })
  })

  api.patch(record, edit, async (c) => {
    const { scope, product, locale } = c.var
    const id = pathId(c)
    const version = wantedVersion(c, true)
    const { given } = await readJson(c)
    const input = readBy((await writing.input(scope)).partial(), given, locale)
    const outcome = await writing.change(scope, product.registry, id, version, input)
    if (outcome === 'conflict') return refuseVersion(c, resource, id)
    const now = await seen(c, resource, id)
    return now ? c.json(now, 200, etagOf(now)) : c.body(null, 204)
  })

  api.delete(record, edit, async (c) => {
    const { scope, product } = c.var
    const id = pathId(c)
    const outcome = await writing.archive(scope, product.registry, id, wantedVersion(c, false))
    return outcome === 'conflict' ? refuseVersion(c, resource, id) : c.body(null, 204)
  })

  const { restore } = writing
  if (!restore) return
  api.post(`${record}/restore`, edit, async (c) => {
    const { scope, product } = c.var
    const id = pathId(c)
    const outcome = await restore(scope, product.registry, id, wantedVersion(c, false))
    if (outcome === 'conflict') return refuseVersion(c, resource, id)
    const now = await seen(c, resource, id)
    return now ? c.json(now, 200, etagOf(now)) : c.body(null, 204)
  })
  api.all(`${record}/restore`, refuseMethod('POST'))
}

/** Who may see a resource is told that they may not change it; to all others it is not there. */
const allowChange = (view: string, edit: string): Guard =>
  guarded(edit, async (c, next) => {
    const { user, locale } = c.var.scope
    if (!may(user, view)) throw notFound()
    if (!may(user, edit)) throw new Refusal(403, apiText(locale).mayNotChange)
    await next()
  })

/** A record if it may be seen: who has written and given it away may not see it any more. */
async function seen(
  c: Context<Site>,
  resource: Resource,
  id: string,
): Promise<JsonRecord | undefined> {
  try {
    return await resource.read(c.var.scope, id, c.var.product.registry)
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined
    throw error
  }
}

async function refuseVersion(c: Context<Site>, resource: Resource, id: string): Promise<never> {
  const now = await resource.read(c.var.scope, id, c.var.product.registry)
  throw new Refusal(412, apiText(c.var.locale).conflict(Number(now.version)))
}

const refuseMethod = (methods: string) => (c: Context<Site>) => {
  c.header('Allow', methods)
  throw new Refusal(405, apiText(c.var.locale).method(methods))
}
