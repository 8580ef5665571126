import type { Context } from 'hono'
import { dropCookie, putCookie, readCookie } from '../../../core/http/cookies.ts'
import type { Site } from '../../../core/http/site.ts'
import type { RecordKind } from '../kinds.ts'

const longest = 1500
const nameOf = ({ list }: RecordKind): string => `list-${list}`

/** Remembers for this browser how a list was left: its filters, its sort, its page. */
export function keepPlace(c: Context<Site>, kind: RecordKind): void {
  const { search } = new URL(c.req.url)
  if (search.length > 1 && search.length <= longest) putCookie(c, nameOf(kind), search.slice(1))
  else dropCookie(c, nameOf(kind))
}

/** The address of a list as it was left. */
export function placeOf(c: Context<Site>, kind: RecordKind): string {
  const kept = new URLSearchParams(readCookie(c, nameOf(kind))).toString()
  return kept ? `${kind.href}?${kept}` : kind.href
}

/** Where a record of a list is followed up, to come back to the list as it was left. */
export const followAddress = (c: Context<Site>, kind: RecordKind, record: string): string =>
  `/contacts/follow-ups/new?${new URLSearchParams({ object: kind.object, record, back: placeOf(c, kind) })}`
