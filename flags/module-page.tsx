import type { Context } from 'hono'
import { readDepartments } from '../core/access/department-tree.ts'
import { readEverybody } from '../core/access/members.ts'
import type { Errors } from '../core/http/form.ts'
import { notFound } from '../core/http/refusal.ts'
import type { Site } from '../core/http/site.ts'
import type { Module } from '../core/module.ts'
import { type Choice, choiceOf, type Offer } from './choice.ts'
import { readChanges } from './history.ts'
import { readDirectory } from './names.ts'
import { readStandings } from './standing.ts'
import { AudienceForm } from './views/audience-form.tsx'
import { ModulePage } from './views/module.tsx'
import { ModuleHistory } from './views/module-history.tsx'

/** The module an address names. @throws Refusal 404 when there is none */
export function moduleOf(c: Context<Site>): Module {
  const id = c.req.param('module')
  const found = c.var.product.registry.modules.find((module) => module.id === id)
  if (!found) throw notFound()
  return found
}

/** What can be chosen from for a module. */
export const readOffer = async (c: Context<Site>): Promise<Offer> => ({
  departments: await readDepartments(c.var.scope),
  people: await readEverybody(c.var.scope),
})

type Drawn = { choice?: Choice; errors?: Errors; stopError?: string }

/** Draws the page of a module: as it stands, or with a choice that is not made yet. */
export async function drawModule(c: Context<Site>, drawn: Drawn = {}) {
  const module = moduleOf(c)
  const { scope, product } = c.var
  const { modules } = product.registry
  const { locale, company } = scope
  const { standings } = await readStandings(scope, modules)
  const standing = standings.find((one) => one.module === module)
  if (!standing) throw notFound()
  const changes = await readChanges(scope, module.id)
  const directory = await readDirectory(scope, modules)
  const shared = { locale, timeZone: company.timeZone, directory }
  const needs = modules.filter(({ id }) => (module.needs as readonly string[]).includes(id))
  const page = (
    <ModulePage
      {...shared}
      standing={standing}
      needs={needs.map(({ title }) => title[locale])}
      stopError={drawn.stopError}
      form={
        <AudienceForm
          locale={locale}
          action={`/admin/modules/${module.id}/preview`}
          choice={drawn.choice ?? choiceOf(standing.rows.audiences)}
          offer={await readOffer(c)}
          errors={drawn.errors}
          seen={changes[0]?.id ?? ''}
        />
      }
      undoHref={changes[0] && `/admin/modules/${module.id}/undo?change=${changes[0].id}`}
      history={<ModuleHistory {...shared} now={scope.now()} changes={changes} />}
    />
  )
  const wrong = drawn.stopError || Object.keys(drawn.errors ?? {}).length > 0
  return c.render(page, { title: module.title[locale], status: wrong ? 422 : 200 })
}
