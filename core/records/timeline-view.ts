import type { Context } from 'hono'
import { isId } from '../db/id.ts'
import type { Site } from '../http/site.ts'
import { type TimelineView, timelineParts } from './told.ts'

/** Which part of a timeline an address asks for (`?show=notes`), and behind which entry. */
export function timelineViewOf(c: Context<Site>): TimelineView {
  const { show, before = '' } = c.req.query()
  return {
    part: timelineParts.find((part) => part === show),
    before: isId(before) ? before : undefined,
  }
}
