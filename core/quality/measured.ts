import type { Context } from 'hono'
import { may } from '../access/person.ts'
import { notFound } from '../http/refusal.ts'
import type { Site } from '../http/site.ts'
import { type Measured, readQuality } from './reading.ts'

/** What was measured of every module that is on for somebody. */
export function measuredIn(c: Context<Site>): Promise<Measured[]> {
  const { scope, product } = c.var
  return readQuality(scope, product.registry, (module) =>
    product.isOnForAnybody(scope.company.id, module),
  )
}

/** One kind of record, and whether the reader may see its records. @throws Refusal 404 for none */
export async function measuredOne(c: Context<Site>, object: string | undefined) {
  const one = (await measuredIn(c)).find(({ quality }) => quality.object === object)
  if (!one) throw notFound()
  const { scope } = c.var
  const isSeen =
    scope.modules.state(one.module.id) !== 'off' && may(scope.user, one.quality.permission)
  return { one, isSeen }
}
