import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Errors, Raw } from '../core/http/form.ts'
import { onceKey } from '../core/http/once.ts'
import type { Site } from '../core/http/site.ts'
import { formatAgo } from '../core/i18n/format.ts'
import { readChanges } from './history.ts'
import { flagsText } from './messages.ts'
import { moduleOf } from './module-page.tsx'
import { type Directory, readDirectory } from './names.ts'
import type { Effect } from './preview.ts'
import { readModuleRows } from './rows.ts'
import type { Grant } from './snapshot.ts'
import { moduleFlag } from './strategies.ts'
import { sayChange } from './views/module-history.tsx'
import { PreviewPage } from './views/preview.tsx'
import { saySubjects } from './words.ts'

type Drawn = {
  /** What will be, in a sentence. */
  result: string
  effects: readonly Effect[]
  title: string
  /** The pages above; the last is where one goes back to. */
  trail: Trail
  action: string
  backAction?: string
  fields: readonly (readonly [name: string, value: string])[]
  raw: Raw
  /** What else is asked, and what is wrong with the answers, the reason included. */
  asks?: Child
  errors?: Errors
  /** Somebody was faster: their change is told, and what is sent next is based on it. */
  conflict?: boolean
}

export type Trail = readonly { href: string; label: string }[]

/** Draws what a change would mean, with the question why. */
export async function drawPreview(c: Context<Site>, { conflict, errors = {}, ...drawn }: Drawn) {
  const module = moduleOf(c)
  const { scope, product } = c.var
  const { locale } = scope
  const directory = await readDirectory(scope, product.registry.modules)
  const wrong = Object.keys(errors).length > 0
  const status: ContentfulStatusCode = conflict ? 409 : wrong ? 422 : 200
  const page = (
    <PreviewPage
      {...drawn}
      locale={locale}
      module={module}
      titleOf={(id) => directory.flag(moduleFlag(id))}
      conflict={conflict ? await sayFaster(c, module.id, directory) : undefined}
      reason={drawn.raw.reason ?? ''}
      errors={errors}
      once={conflict ? onceKey() : onceKey(drawn.raw)}
    />
  )
  return c.render(page, { title: drawn.title, status })
}

/** The pages above a change of a module as a whole. */
export function moduleTrail(c: Context<Site>): Trail {
  const { locale } = c.var.scope
  const module = moduleOf(c)
  return [
    { href: '/admin/modules', label: flagsText(locale).modules.title },
    { href: `/admin/modules/${module.id}`, label: module.title[locale] },
  ]
}

/**
 * For whom a module will be open, in a sentence or two. A stopped one is open for nobody, whoever it
 * is kept for.
 * @param stops whether it will be stopped; left out where the change leaves that as it is
 */
export async function sayResult(
  c: Context<Site>,
  grants: readonly Grant[],
  stops?: boolean,
): Promise<string> {
  const { scope, product } = c.var
  const t = flagsText(scope.locale).preview
  const directory = await readDirectory(scope, product.registry.modules)
  const { kill } = await readModuleRows(scope.db, scope.company.id, moduleOf(c).id)
  const subjects = saySubjects(scope.locale, grants, directory)
  const isStopped = kill !== undefined
  const willStop = stops ?? isStopped
  if (willStop && !isStopped) return subjects ? t.stops(subjects) : t.stopsClosed
  const result = subjects ? t.result(subjects) : t.closed
  return willStop ? t.whileStopped(result) : result
}

/** Who changed the module meanwhile, when, and to what. */
async function sayFaster(c: Context<Site>, module: string, directory: Directory): Promise<string> {
  const { scope } = c.var
  const t = flagsText(scope.locale).preview
  const [latest] = await readChanges(scope, module, 1)
  if (!latest) return ''
  const ago = formatAgo(scope.locale, scope.company.timeZone, latest.at, scope.now())
  const who = directory.person(latest.by) ?? t.operator
  return t.conflict(who, ago, sayChange(scope.locale, latest, directory))
}
