import { type Context, Hono } from 'hono'
import { allow } from '../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../core/http/form.ts'
import { go } from '../core/http/render.tsx'
import type { Site } from '../core/http/site.ts'
import { isOpenFor, killModule, planAudience, reviveModule } from './audience.ts'
import { latestChange } from './change.ts'
import { type Choice, fieldsOf, grantsOf, readChoice } from './choice.ts'
import { carryOut } from './matrix/carrying-out.tsx'
import { type Plan, weigh } from './matrix/plan.ts'
import { Asks } from './matrix/views/asks.tsx'
import { flagsText } from './messages.ts'
import { drawModule, moduleOf, readOffer } from './module-page.tsx'
import { readDirectory } from './names.ts'
import { drawPreview, moduleTrail, sayResult } from './preview-page.tsx'
import { readReason, seenOf } from './reason-field.ts'
import { readModuleRows } from './rows.ts'
import type { Grant } from './snapshot.ts'
import { readStandings } from './standing.ts'
import { ModulesPage } from './views/modules.tsx'

/** Who has which module, and changing it: by a preview, with a reason, and never over somebody's head. */
export const modulesRoutes = new Hono<Site>()

const manage = allow('core.modules.manage')

modulesRoutes.get('/', manage, async (c) => {
  const { scope, product } = c.var
  const { modules } = product.registry
  const { standings, people } = await readStandings(scope, modules)
  const page = (
    <ModulesPage
      locale={scope.locale}
      timeZone={scope.company.timeZone}
      now={scope.now()}
      standings={standings}
      people={people}
      directory={await readDirectory(scope, modules)}
    />
  )
  return c.render(page, { title: flagsText(scope.locale).modules.title })
})

modulesRoutes.get('/:module', manage, (c) => drawModule(c))

/** Back from the preview: the form once more, as it was filled in. */
modulesRoutes.post('/:module/choice', manage, async (c) => {
  const { raw, all } = await readForm(c)
  return drawModule(c, { choice: readChoice(raw, all) })
})

modulesRoutes.post('/:module/preview', manage, async (c) => {
  const draft = await readDraft(c)
  if (!draft.ok) return drawModule(c, draft)
  const module = moduleOf(c).id
  const { scope } = c.var
  const { audiences } = await readModuleRows(scope.db, scope.company.id, module)
  if (!isOpenFor(module, audiences, draft.grants)) return drawDraft(c, draft)
  const errors = { '': flagsText(scope.locale).preview.unchanged }
  return drawModule(c, { choice: draft.choice, errors })
})

modulesRoutes.post('/:module', manage, async (c) => {
  const module = moduleOf(c)
  const { scope, product } = c.var
  const draft = await readDraft(c)
  if (!draft.ok) return drawModule(c, draft)
  const here = `/admin/modules/${module.id}`
  return carryOut(c, planOf(c, draft), draft.raw, {
    home: here,
    redraw: (errors) => drawDraft(c, draft, { errors }),
    outrun: () => drawDraft(c, draft, { conflict: true }),
    said: async (change) => {
      const t = flagsText(scope.locale)
      const { standings } = await readStandings(scope, product.registry.modules)
      const people = standings.find((one) => one.module === module)?.members.length ?? 0
      const undo = { href: `${here}/undo?change=${change}`, label: t.history.undo }
      const text = t.preview.saved(module.title[scope.locale], people)
      return { kind: 'success', text, ...(change ? { action: undo } : {}) }
    },
  })
})

modulesRoutes.post('/:module/stop', manage, (c) => turn(c, killModule, 'stopped'))
modulesRoutes.post('/:module/start', manage, (c) => turn(c, reviveModule, 'started'))

async function turn(
  c: Context<Site>,
  verb: typeof killModule,
  done: 'stopped' | 'started',
): Promise<Response> {
  const module = moduleOf(c)
  const { scope } = c.var
  const { reason, error } = readReason(c, (await readForm(c)).raw)
  if (error) return drawModule(c, { stopError: error })
  await verb(scope, module, reason)
  const text = flagsText(scope.locale).stop[done](module.title[scope.locale])
  return go(c, `/admin/modules/${module.id}`, { kind: 'success', text })
}

type Draft = {
  raw: Raw
  choice: Choice
  grants: Grant[]
  errors: Record<string, string>
  ok: boolean
}

/** A choice as it was sent, checked against what there is to choose from. */
async function readDraft(c: Context<Site>): Promise<Draft> {
  const { scope } = c.var
  const { raw, all } = await readForm(c)
  const choice = readChoice(raw, all)
  const { audiences } = await readModuleRows(scope.db, scope.company.id, moduleOf(c).id)
  const found = grantsOf(choice, await readOffer(c), audiences, scope.locale)
  return { raw, choice, ...found, ok: Object.keys(found.errors).length === 0 }
}

const planOf = (c: Context<Site>, { raw, grants }: Draft): Plan =>
  planAudience(moduleOf(c), grants, seenOf(raw))

type Wrong = { errors?: Errors; conflict?: boolean }

/** After a conflict the choice is compared with what is there now, and sent on as seen. */
async function drawDraft(c: Context<Site>, draft: Draft, wrong: Wrong = {}) {
  const { raw, choice, grants } = draft
  const module = moduleOf(c)
  const { scope, product } = c.var
  const seen = wrong.conflict ? ((await latestChange(scope, module.id)) ?? '') : (raw.seen ?? '')
  const { effects, asks } = await weigh(scope, product, planOf(c, draft))
  const here = `/admin/modules/${module.id}`
  return drawPreview(c, {
    ...wrong,
    raw,
    effects,
    result: await sayResult(c, grants),
    asks: <Asks scope={scope} asks={asks} raw={raw} errors={wrong.errors} />,
    trail: moduleTrail(c),
    title: flagsText(scope.locale).preview.title,
    action: here,
    backAction: `${here}/choice`,
    fields: [...fieldsOf(choice), ['seen', seen]],
  })
}
