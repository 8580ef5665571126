import { z } from 'zod'
import type { ProblemOf } from '../core/values/problem.ts'
import type { en } from './messages/en.ts'
import type { FlagsDocument } from './snapshot.ts'

/** What is wrong with a flags document, to be said in the reader's language. */
export type DocumentProblem = ProblemOf<(typeof en)['document']>

/** A flags document that cannot be used; nothing of it was kept. */
export class DocumentError extends Error {
  readonly problem: DocumentProblem
  constructor(problem: DocumentProblem) {
    super(`The flags document cannot be used: ${problem.code} ${problem.values.join(' ')}`.trim())
    this.problem = problem
  }
}

const texts = z.array(z.string()).nullish()

const constraint = z.looseObject({ contextName: z.string(), operator: z.string(), values: texts })

const variant = z.looseObject({
  name: z.string(),
  weight: z.number(),
  overrides: z
    .array(z.looseObject({ contextName: z.string(), values: z.array(z.string()) }))
    .nullish(),
})

const strategy = z.looseObject({
  name: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  constraints: z.array(constraint).nullish(),
  segments: z.array(z.number()).nullish(),
  variants: z.array(variant).nullish(),
})

const feature = z.looseObject({
  name: z.string().min(1).max(500),
  enabled: z.boolean(),
  strategies: z.array(strategy),
  variants: z.array(variant).nullish(),
  dependencies: z
    .array(z.looseObject({ feature: z.string(), enabled: z.boolean().nullish(), variants: texts }))
    .nullish(),
})

const segment = z.looseObject({
  id: z.int().min(0).max(2_147_483_647),
  constraints: z.array(constraint).nullish(),
})

/** As much as evaluation relies on; everything else in a document is kept and not looked at. */
const document = z.looseObject({
  version: z.union([z.literal(1), z.literal(2)]),
  features: z.array(feature),
  segments: z.array(segment).nullish(),
})

/**
 * Reads an Unleash features document, version 1 or 2. Features and segments are handed on exactly
 * as they came. Modules are refused: who has one is decided by `module set` and its page alone.
 * @throws DocumentError that names the place and what is wrong there
 */
export function parseDocument(text: string): FlagsDocument {
  const raw = parseJson(text)
  const checked = document.safeParse(raw)
  if (!checked.success) throw new DocumentError(problemOf(checked.error.issues[0]))
  const { features, segments } = raw as FlagsDocument
  refuseTwice(
    'features',
    features.map(({ name }) => String(name)),
  )
  refuseTwice(
    'segments',
    (segments ?? []).map(({ id }) => String(id)),
  )
  const module = features.find(({ name }) => String(name).startsWith('module.'))
  if (module)
    throw new DocumentError({ code: 'moduleFlag', values: [String(module.name), idOf(module)] })
  if (!storable(raw)) throw new DocumentError({ code: 'unstorable', values: [] })
  return { features, segments: segments ?? [] }
}

const idOf = (module: Record<string, unknown>): string =>
  String(module.name).slice('module.'.length)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DocumentError({ code: 'notJson', values: [] })
  }
}

function problemOf(issue: z.core.$ZodIssue | undefined): DocumentProblem {
  const path = issue?.path ?? []
  if (path.length === 0 || path[0] === 'version') return { code: 'version', values: [] }
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
  return {
    code: 'shape',
    values: [place.join('').slice(1), issue?.code === 'invalid_type' ? issue.expected : ''],
  }
}

function refuseTwice(list: string, names: string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new DocumentError({ code: 'twice', values: [list, twice] })
}

/** PostgreSQL keeps any text but NUL and half characters. */
function storable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, inner]) => storable(name) && storable(inner))
}
