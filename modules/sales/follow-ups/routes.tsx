import { Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import type { Site } from '../../../core/http/site.ts'
import { readAddress } from '../papers/address.ts'
import { viewDeals } from '../rights.ts'
import { followedHref, readFollowUpFilters } from './filters.ts'
import { followUpText } from './messages.ts'
import { followUpViews, readFollowed, readFollowUps } from './reading.ts'
import { FollowUpListPage } from './views/follow-up-list.tsx'
import { FollowedPage } from './views/followed.tsx'

/** All follow-ups within reach, to which the figures of activity lead. */
export const followUpRoutes = new Hono<Site>()

followUpRoutes.get('/', allow(viewDeals), async (c) => {
  const { scope, product } = c.var
  const address = readAddress(c.req.url, followUpViews)
  const filters = await readFollowUpFilters(scope, new URL(c.req.url).searchParams)
  const asked = { ...address, condition: filters.condition }
  const list = await readFollowUps(product.registry, scope, asked)
  return c.render(<FollowUpListPage {...{ scope, address, filters, list }} />, {
    title: followUpText(scope.locale).title,
  })
})

followUpRoutes.get('/records', allow(viewDeals), async (c) => {
  const { scope, product } = c.var
  const address = readAddress(c.req.url, followUpViews)
  const { searchParams } = new URL(c.req.url)
  const filters = await readFollowUpFilters(scope, searchParams, followedHref)
  const asked = { ...address, condition: filters.condition }
  const list = await readFollowed(product.registry, scope, asked)
  return c.render(<FollowedPage {...{ scope, address, filters, list }} />, {
    title: followUpText(scope.locale).records,
  })
})
