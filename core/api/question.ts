import { z } from 'zod'
import type { Locale } from '../i18n/locale.ts'
import { filterNamesOf, isTyped } from '../own-fields/filtering.ts'
import type { OwnField } from '../own-fields/own-field.ts'
import { isSortable } from '../own-fields/sorting.ts'
import { readCursor } from '../records/paging.ts'
import type { Scope } from '../scope.ts'
import { readingOf } from '../transfer/reading.ts'
import { sayProblem } from '../values/problem.ts'
import { Invalid, readBy } from './invalid.ts'
import { apiText } from './messages.ts'
import { bothWays, type Question, type Resource } from './resource.ts'

/** A text to look for or filter by; what no database could hold is taken out of it. */
export const words = z
  .string()
  .max(200)
  .transform((text) => text.replaceAll('\0', '').toWellFormed().trim())

/** Every text is read as a number here, so the description has to be told what it is. */
const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(200)
  .meta({ type: 'integer', minimum: 1, maximum: 200 })

/** What a list of a resource may be asked by, as parameters of its address. */
export const parametersOf = (
  { filters, sorts }: Resource,
  own: readonly OwnField[] = [],
): z.ZodObject =>
  z.strictObject({
    q: words
      .meta({ label: { en: apiText('en').docs.q, 'zh-CN': apiText('zh-CN').docs.q } })
      .optional(),
    sort: z
      .enum([...sorts, ...bothWays(own.filter(isSortable).map(({ field }) => field))])
      .default(sorts[0]),
    limit: limit.default(50),
    cursor: z.string().optional(),
    ...Object.fromEntries(
      Object.entries(filters).map(([name, schema]) => [name, schema.optional()]),
    ),
    ...Object.fromEntries(
      own.flatMap((field) =>
        filterNamesOf(field).map((name) => [name, words.meta({ label: field.label }).optional()]),
      ),
    ),
  })

/** Reads the parameters of a list's address. @throws Invalid for one given twice or unknown */
export function readQuestion(
  scope: Scope,
  resource: Resource,
  params: URLSearchParams,
  locale: Locale,
): Question {
  const own = resource.own ? scope.own.live(resource.own) : []
  const t = apiText(locale).issues
  const twice = [...new Set(params.keys())].filter((name) => params.getAll(name).length > 1)
  if (twice.length > 0)
    throw new Invalid(Object.fromEntries(twice.map((name) => [name, t.twice])), 'parameters')
  const given = Object.fromEntries([...params].filter(([, value]) => value !== ''))
  const read = readBy(parametersOf(resource, own), given, locale, 'parameters') as Read
  const { q = '', sort, limit, cursor: text, ...filters } = read
  const cursor = text ? readCursor(new URLSearchParams({ after: text })) : undefined
  if (text && !cursor) throw new Invalid({ cursor: t.cursor }, 'parameters')
  refuseUnread(scope, own, filters, locale)
  const direction = sort.startsWith('-') ? 'desc' : 'asc'
  return { q, sort: sort.replace('-', ''), direction, limit, cursor, filters }
}

/** A list page passes over what it cannot read, as addresses are kept for years; a program is told. */
function refuseUnread(
  scope: Scope,
  own: readonly OwnField[],
  filters: Question['filters'],
  locale: Locale,
): void {
  const errors: Record<string, string> = {}
  for (const field of own.filter(isTyped))
    for (const name of filterNamesOf(field)) {
      const parsed = filters[name]
        ? field.parse(filters[name], readingOf(scope.company))
        : undefined
      if (parsed && !parsed.ok) errors[name] = sayProblem(parsed.problem, locale)
    }
  if (Object.keys(errors).length > 0) throw new Invalid(errors, 'parameters')
}

type Read = Pick<Question, 'q' | 'sort' | 'limit'> & { cursor?: string } & Question['filters']
