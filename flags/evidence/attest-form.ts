import { readDepartments } from '../../core/access/department-tree.ts'
import { shiftDay } from '../../core/calendar/calendar.ts'
import { today } from '../../core/calendar/reading.ts'
import { Fields } from '../../core/http/fields.ts'
import type { Errors, Raw } from '../../core/http/form.ts'
import type { Scope } from '../../core/scope.ts'
import { parseDate } from '../../core/values/date.ts'
import { parseNumber, parseWhole } from '../../core/values/number.ts'
import { parseText } from '../../core/values/text.ts'
import type { Vouched } from './attestations.ts'
import { evidenceText } from './messages.ts'
import { limitsOf, type Metric } from './metric.ts'

/**
 * Reads what somebody vouches for.
 * @param raw fields department (empty: the company), value (a number, or yes and no), n, heldOn,
 *   validUntil, document, statement
 */
export async function readVouched(
  scope: Scope,
  metric: Metric,
  raw: Raw,
): Promise<{ vouched: Vouched; errors: Errors; ok: boolean }> {
  const t = evidenceText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const value = readValue(fields, metric, raw, t)
  const n = fields.may('n', (text) => parseWhole(text, { least: 1, most: 1_000_000 }))
  const heldOn = fields.need('heldOn', t.heldOn, parseDate, '')
  if (heldOn > today(scope)) fields.refuse('heldOn', t.notYet)
  const latest = metric.holdsFor && heldOn ? shiftDay(heldOn, metric.holdsFor) : null
  if (latest && latest < today(scope)) fields.refuse('heldOn', t.tooLong(String(metric.holdsFor)))
  const validUntil = fields.may('validUntil', parseDate) ?? latest
  if (validUntil && validUntil < heldOn) fields.refuse('validUntil', t.runsOut)
  if (validUntil && latest && validUntil > latest)
    fields.refuse('validUntil', t.tooLong(String(metric.holdsFor)))
  const words = (text: string) => parseText(text, { most: 300 })
  const document = fields.need('document', t.document, words, '')
  const statement = fields.may('statement', (text) => parseText(text, { most: 2000 })) ?? ''
  const departmentId = raw.department || null
  if (departmentId) {
    const known = metric.byDepartment ? await readDepartments(scope) : []
    if (!known.some(({ id }) => id === departmentId))
      fields.refuse('department', t.chooseDepartment)
  }
  const said = { departmentId, value, n, heldOn, validUntil, document, statement }
  return { vouched: { metric: metric.code, ...said }, errors: fields.errors, ok: fields.ok }
}

function readValue(
  fields: Fields,
  metric: Metric,
  raw: Raw,
  t: ReturnType<typeof evidenceText>,
): number {
  if (metric.unit === 'yes') {
    if (raw.value !== 'yes' && raw.value !== 'no') fields.refuse('value', t.chooseYesNo)
    return raw.value === 'yes' ? 100 : 0
  }
  const parse = (text: string) => parseNumber(text, limitsOf(metric))
  const typed = fields.need('value', t.value, parse, '0')
  return Number(typed)
}
