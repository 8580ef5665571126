import type { Directory } from '../../../core/access/directory.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { isPattern } from '../../../core/numbering/pattern.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseMoney } from '../../../core/values/money.ts'
import { approvalText } from '../approval/messages.ts'
import { approvable, type Rule } from '../approval/steps.ts'
import { contractNumbers } from '../contracts/kind.ts'
import { parsePercent } from '../lines/percent.ts'
import { quoteNumbers } from '../quotes/kind.ts'
import { discounting } from '../quotes/limits.ts'
import { receiptNumbers } from '../receivables/receipts.ts'

/** The papers that bear numbers, as their fields are named. */
export const numbered = {
  quoteNumbers,
  contractNumbers,
  receiptNumbers,
} as const
export type Numbered = keyof typeof numbered
export const numberedNames = Object.keys(numbered) as Numbered[]

/** Reads a new rule of approval. */
export function readRuleForm(
  scope: Scope,
  { departments, colleagues }: Directory,
  raw: Raw,
): { rule: Rule; errors: Errors } {
  const t = approvalText(scope.locale).settings
  const fields = new Fields(raw, scope.locale)
  const { currency } = scope.company
  const over = fields.may('over', (text) => parseMoney(text, { currency }))
  if (over && over.currency !== currency) fields.refuse('over', t.otherCurrency(currency))
  const chosen = (name: string, ids: readonly string[]) => {
    const value = raw[name] || null
    if (value && !ids.includes(value)) fields.refuse(name, t.badChoice)
    return value
  }
  const here = colleagues.filter(({ left }) => !left)
  const rule = {
    object: chosen('object', approvable) ?? approvable[0],
    step: raw.step === '2' ? 2 : 1,
    departmentId: chosen(
      'department',
      departments.map(({ id }) => id),
    ),
    overMinor: Math.max(0, over?.minor ?? 0),
    approverId: chosen(
      'approver',
      here.map(({ id }) => id),
    ),
  }
  return { rule, errors: fields.errors }
}

/** Reads how much roles may give, and how numbers are written. */
export function readPaperRules(scope: Scope, raw: Raw) {
  const t = approvalText(scope.locale).settings
  const fields = new Fields(raw, scope.locale)
  const limits = discounting.map((role) => ({
    role,
    percent: fields.need(`limit-${role}`, t.limits, parsePercent, '0'),
  }))
  const patterns = numberedNames.map((name) => ({
    range: numbered[name],
    pattern: raw[name] ?? '',
  }))
  for (const name of numberedNames)
    if (!isPattern(raw[name] ?? '')) fields.refuse(name, t.badPattern)
  return { limits, patterns, errors: fields.errors }
}
