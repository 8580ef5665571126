import type { Context } from 'hono'
import { Fields } from '../core/http/fields.ts'
import type { Raw } from '../core/http/form.ts'
import type { Site } from '../core/http/site.ts'
import { parseText } from '../core/values/text.ts'
import { flagsText } from './messages.ts'

/** The reason that every change needs. @returns it, or what is wrong with it */
export function readReason(c: Context<Site>, raw: Raw): { reason: string; error?: string } {
  const { locale } = c.var.scope
  const fields = new Fields(raw, locale)
  const reason = fields.may('reason', (text) => parseText(text, { most: 500 }))
  if (reason) return { reason }
  return { reason: '', error: fields.errors.reason ?? flagsText(locale).preview.noReason }
}

/** The latest change that a form was drawn after; null when there was none. */
export const seenOf = (raw: Raw): string | null => raw.seen || null
