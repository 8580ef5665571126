import type { Context } from 'hono'
import { Refusal } from '../http/refusal.ts'
import type { Site } from '../http/site.ts'
import { apiText } from './messages.ts'
import type { JsonRecord } from './resource.ts'

/** The version of a record as a header names it; nothing for records that have none. */
export const etagOf = ({ version }: JsonRecord): Record<string, string> =>
  typeof version === 'number' ? { ETag: `"${version}"` } : {}

/**
 * The version a program wants to change, from If-Match: `"3"`, or `*` for any.
 * @returns undefined for any
 * @throws Refusal 428 when it must say one and does not, 400 for what is no version
 */
export function wantedVersion(c: Context<Site>, needed: boolean): number | undefined {
  const t = apiText(c.var.locale)
  const given = c.req.header('if-match')?.trim()
  if (!given && needed) throw new Refusal(428, t.versionNeeded)
  if (!given || given === '*') return undefined
  const [, version] = /^"?(\d{1,9})"?$/.exec(given) ?? []
  if (!version) throw new Refusal(400, t.badVersion)
  return Number(version)
}
