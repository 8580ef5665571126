import { z } from 'zod'
import type { Locale, PerLocale } from '../i18n/locale.ts'
import type { Scope } from '../scope.ts'
import { apiText } from './messages.ts'
import { pathOf } from './mount.ts'
import { problemSchema } from './problem.ts'
import { parametersOf } from './question.ts'
import type { Fields, Resource } from './resource.ts'

type Json = Record<string, unknown>

/** Where and how a description is read. */
type Reading = { locale: Locale; scope?: Scope }

/**
 * Describes resources by OpenAPI 3.1, out of the schemas they are read and written by.
 * @param scope whose fields are described; without one, those that every company has
 */
export async function describeApi(
  resources: readonly Resource[],
  locale: Locale,
  scope?: Scope,
): Promise<Json> {
  const t = apiText(locale).docs
  const reading = { locale, scope }
  const parts = await Promise.all(resources.map((resource) => describe(resource, reading)))
  return {
    openapi: '3.1.0',
    info: { title: t.title, version: 'v1', description: t.intro },
    servers: [{ url: '/api' }],
    security: [{ token: [] }],
    tags: resources.map(({ name, title }) => ({ name, description: title[locale] })),
    paths: Object.assign({}, ...parts.map(({ paths }) => paths)),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: t.token } },
      schemas: Object.assign(
        { problem: schemaOf(problemSchema, locale) },
        ...parts.map(({ schemas }) => schemas),
      ),
    },
  }
}

async function describe(resource: Resource, reading: Reading) {
  const { locale, scope } = reading
  const { name, writing } = resource
  const fieldsOf = async (fields: Fields, partial = false) => {
    const schema = await fields(scope)
    return schemaOf(partial ? schema.partial() : schema, locale)
  }
  const schemas: Json = { [name]: await fieldsOf(resource.record) }
  if (writing) {
    schemas[`${name}.create`] = await fieldsOf(writing.input)
    schemas[`${name}.patch`] = await fieldsOf(writing.input, true)
  }
  const list = pathOf(resource)
  const paths = {
    [list]: listPath(resource, reading),
    [`${list}/{id}`]: recordPath(resource, locale),
    ...(writing?.restore && { [`${list}/{id}/restore`]: restorePath(resource, locale) }),
  }
  return { schemas, paths }
}

function listPath(resource: Resource, reading: Reading): Json {
  const { locale } = reading
  const { name, title, writing } = resource
  const t = apiText(locale).docs
  const page = {
    type: 'object',
    required: ['items', 'total', 'next'],
    properties: {
      items: { type: 'array', items: ref(name) },
      total: { type: 'integer', description: t.total },
      next: { type: ['string', 'null'], description: t.next },
    },
  }
  const get = {
    ...operation(resource, t.list(title[locale])),
    parameters: queryOf(resource, reading),
    responses: { 200: answer(t.ok, page), ...problems(t.problem, 401, 404, 422, 429) },
  }
  if (!writing) return { get }
  const key = { name: 'Idempotency-Key', in: 'header', schema: text, description: t.key }
  const post = {
    ...operation(resource, t.create(title[locale])),
    ...(writing.creating && { description: writing.creating[locale] }),
    parameters: [key],
    requestBody: body(`${name}.create`),
    responses: {
      201: answer(t.made, ref(name)),
      ...problems(t.problem, 400, 401, 403, 404, 413, 415, 422, 429),
    },
  }
  return { get, post }
}

function recordPath(resource: Resource, locale: Locale): Json {
  const { name, title, writing } = resource
  const t = apiText(locale).docs
  const parameters = [idParameter]
  const get = {
    ...operation(resource, t.read(title[locale])),
    responses: {
      200: answer(t.ok, ref(name)),
      ...(resource.successor && problems(t.moved, 301)),
      ...problems(t.problem, 401, 404, 429),
    },
  }
  if (!writing) return { parameters, get }
  const patch = {
    ...operation(resource, t.change(title[locale])),
    parameters: [matchHeader(locale, true)],
    requestBody: body(`${name}.patch`),
    responses: {
      200: answer(t.ok, ref(name)),
      204: { description: t.gone },
      ...problems(t.problem, 400, 401, 403, 404, 412, 413, 415, 422, 428, 429),
    },
  }
  const remove = {
    ...operation(resource, t.archive(title[locale])),
    parameters: [matchHeader(locale, false)],
    responses: {
      204: { description: t.archived },
      ...problems(t.problem, 401, 403, 404, 412, 429),
    },
  }
  return { parameters, get, patch, delete: remove }
}

function restorePath(resource: Resource, locale: Locale): Json {
  const { name, title } = resource
  const t = apiText(locale).docs
  const post = {
    ...operation(resource, t.restore(title[locale])),
    parameters: [matchHeader(locale, false)],
    responses: {
      200: answer(t.ok, ref(name)),
      204: { description: t.gone },
      ...problems(t.problem, 401, 403, 404, 412, 429),
    },
  }
  return { parameters: [idParameter], post }
}

const text = { type: 'string' }

const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
}

const matchHeader = (locale: Locale, required: boolean): Json => ({
  name: 'If-Match',
  in: 'header',
  required,
  schema: text,
  description: apiText(locale).docs.match,
})

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

const operation = ({ name }: Resource, summary: string): Json => ({ tags: [name], summary })

const body = (name: string): Json => ({
  required: true,
  content: { 'application/json': { schema: ref(name) } },
})

const answer = (description: string, schema: Json): Json => ({
  description,
  content: { 'application/json': { schema } },
})

const problems = (description: string, ...statuses: number[]): Json =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description, content: { 'application/problem+json': { schema: ref('problem') } } },
    ]),
  )

/** Each parameter of a list as one of its address. */
function queryOf(resource: Resource, { locale, scope }: Reading): Json[] {
  const own = resource.own && scope ? scope.own.live(resource.own) : []
  const { properties = {} } = schemaOf(parametersOf(resource, own), locale) as { properties?: Json }
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = schema as Json
    return { name, in: 'query', schema: rest, ...(description !== undefined && { description }) }
  })
}

/** The JSON Schema of what is sent, with labels in the reader's language. */
function schemaOf(schema: z.ZodType, locale: Locale): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      const label = jsonSchema.label as PerLocale | undefined
      delete jsonSchema.label
      if (label) jsonSchema.description = label[locale]
      // Every whole number has these bounds; they only hide what an example would say.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    },
  })
  return rest
}
