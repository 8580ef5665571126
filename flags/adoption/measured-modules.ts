import type { Context } from 'hono'
import { notFound } from '../../core/http/refusal.ts'
import type { Site } from '../../core/http/site.ts'
import type { Module } from '../../core/module.ts'

/** The modules that say what real work in them is. */
export const declaringModules = (c: Context<Site>): Module[] =>
  c.var.product.registry.modules.filter(({ adoption }) => adoption)

/** Those of them that are open for somebody. */
export async function measuredModules(c: Context<Site>): Promise<Module[]> {
  const { scope, product } = c.var
  const modules = declaringModules(c)
  const open = await Promise.all(
    modules.map(({ id }) => product.isOnForAnybody(scope.company.id, id)),
  )
  return modules.filter((_, at) => open[at])
}

/** The module that is asked for; all together when none is. @throws Refusal 404 for one not measured */
export function moduleOf(c: Context<Site>, modules: readonly Module[]): string {
  const wanted = c.req.query('module') ?? ''
  if (wanted && !modules.some(({ id }) => id === wanted)) throw notFound()
  return wanted
}
