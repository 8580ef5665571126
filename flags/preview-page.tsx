import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Raw } from '../core/http/form.ts'
import { onceKey } from '../core/http/once.ts'
import type { Site } from '../core/http/site.ts'
import { formatAgo } from '../core/i18n/format.ts'
import type { Locale } from '../core/i18n/locale.ts'
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
  /** What will be if the change is made. */
  grants: readonly Grant[]
  /** Whether it will be stopped; left out where the change leaves that as it is. */
  stopped?: boolean
  effects: readonly Effect[]
  title: string
  action: string
  backAction?: string
  fields: readonly (readonly [name: string, value: string])[]
  raw: Raw
  reasonError?: string
  /** Somebody was faster: their change is told, and what is sent next is based on it. */
  conflict?: boolean
}

/** Draws what a change would mean, with the question why. */
export async function drawPreview(c: Context<Site>, drawn: Drawn) {
  const module = moduleOf(c)
  const { scope, product } = c.var
  const { locale } = scope
  const directory = await readDirectory(scope, product.registry.modules)
  const { kill } = await readModuleRows(scope.db, scope.company.id, module.id)
  const subjects = saySubjects(locale, drawn.grants, directory)
  const status: ContentfulStatusCode = drawn.conflict ? 409 : drawn.reasonError ? 422 : 200
  const page = (
    <PreviewPage
      locale={locale}
      module={module}
      title={drawn.title}
      result={sayResult(locale, subjects, kill !== undefined, drawn.stopped)}
      effects={drawn.effects}
      titleOf={(id) => directory.flag(moduleFlag(id))}
      conflict={drawn.conflict ? await sayFaster(c, module.id, directory) : undefined}
      action={drawn.action}
      backAction={drawn.backAction}
      fields={drawn.fields}
      reason={drawn.raw.reason ?? ''}
      reasonError={drawn.reasonError}
      once={drawn.conflict ? onceKey() : onceKey(drawn.raw)}
    />
  )
  return c.render(page, { title: drawn.title, status })
}

/** What will be, in a sentence or two. A stopped module is open for nobody, whoever it is kept for. */
function sayResult(
  locale: Locale,
  subjects: string,
  isStopped: boolean,
  stops = isStopped,
): string {
  const t = flagsText(locale).preview
  if (stops && !isStopped) return subjects ? t.stops(subjects) : t.stopsClosed
  const result = subjects ? t.result(subjects) : t.closed
  return stops ? t.whileStopped(result) : result
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
