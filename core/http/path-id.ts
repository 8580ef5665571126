import type { Context } from 'hono'
import { isId } from '../db/id.ts'
import { notFound } from './refusal.ts'
import type { Site } from './site.ts'

/** The id in an address. @throws Refusal 404 for what cannot be one, as for one that is not there */
export function pathId(c: Context<Site>): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound()
  return id
}
