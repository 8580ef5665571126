import type { DepartmentName } from '../../../core/access/directory.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { ways } from './choosing.ts'
import { assigningText } from './messages.ts'
import type { RuleInput } from './rules.ts'

/** Reads the form of a rule. @param raw department (empty: the company), way, mostOpen (empty: no limit) */
export function readRuleForm(
  { locale }: Scope,
  raw: Raw,
  departments: readonly DepartmentName[],
): { input: RuleInput; errors: Errors } {
  const t = assigningText(locale)
  const fields = new Fields(raw, locale)
  const way = ways.find((one) => one === raw.way)
  if (!way) fields.refuse('way', t.wayMissing)
  if (raw.department && !departments.some(({ id }) => id === raw.department))
    fields.refuse('department', t.departmentMissing)
  const mostOpen = fields.may('mostOpen', (text) => parseWhole(text, { least: 1, most: 10_000 }))
  return {
    input: { departmentId: raw.department || null, way: way ?? 'hand', mostOpen },
    errors: fields.errors,
  }
}

/** A rule as its form shows it. */
export const rawRule = ({ departmentId, way, mostOpen }: RuleInput): Raw => ({
  ...{ department: departmentId ?? '', way, mostOpen: String(mostOpen ?? '') },
})
