import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseDate } from '../../../core/values/date.ts'
import { parseText } from '../../../core/values/text.ts'
import { today } from '../tasks/days.ts'
import type { FollowUp } from './follow-up.ts'
import { parseActivityKind } from './kinds.ts'
import { activityText } from './messages.ts'
import { readPlace } from './place.ts'

const most = 10_000

/** Reads the three fields of a follow-up. @returns what is wrong instead, if anything is */
export function readFollowUp(scope: Scope, raw: Raw): { input: FollowUp; errors: Errors } {
  const t = activityText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const kind = fields.need('kind', t.kind, parseActivityKind, 'other')
  const body = fields.need('text', t.text, (text) => parseText(text, { most }), '')
  const next = fields.may('next', parseDate)
  if (next !== null && next < today(scope)) fields.refuse('next', t.pastDay)
  const where = readPlace(fields, raw, kind)
  return { input: { kind, body, next, where }, errors: fields.errors }
}
