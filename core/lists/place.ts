import type { Context } from 'hono'
import { dropCookie, putCookie, readCookie } from '../http/cookies.ts'
import type { Site } from '../http/site.ts'
import type { RecordKind } from '../records/kind.ts'

const longest = 1500
const nameOf = ({ list }: RecordKind): string => `list-${list}`

/** Remembers for this browser how a list was left: its filters, its sort, its page. */
export function keepPlace(c: Context<Site>, kind: RecordKind): void {
  const place = new URL(c.req.url).search || '?'
  if (place.length > longest) dropCookie(c, nameOf(kind))
  else if (place !== readCookie(c, nameOf(kind))) putCookie(c, nameOf(kind), place)
}

/** How a list was left; undefined when this browser has not been there. */
export function paramsLeft(c: Context<Site>, kind: RecordKind): URLSearchParams | undefined {
  const kept = readCookie(c, nameOf(kind))
  return kept === undefined ? undefined : new URLSearchParams(kept)
}

/** The address of a list as it was left. */
export function placeOf(c: Context<Site>, kind: RecordKind): string {
  const kept = paramsLeft(c, kind)?.toString()
  return kept ? `${kind.href}?${kept}` : kind.href
}
