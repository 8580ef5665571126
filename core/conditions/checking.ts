import { isId } from '../db/id.ts'
import type { Scope } from '../scope.ts'
import { readingOf } from '../transfer/reading.ts'
import { sayProblem } from '../values/problem.ts'
import { type FilterField, operatorsOf } from './field.ts'
import { conditionsText } from './messages.ts'
import { type Days, daysAround, daysOf, type Period, periods } from './periods.ts'
import { type Condition, conditionsOf, isGroup, type Where } from './tree.ts'

/** The longest stretch around today that is asked for, in days: ten years. */
export const mostDays = 3_660

/** What a condition means now: keys, a range, or a text, by its operator. */
export type Meant =
  | { is: 'text'; text: string }
  | { is: 'range'; from: unknown; to: unknown }
  | { is: 'keys'; keys: string[] }
  | { is: 'nothing' }

/** A condition that can be asked, with its field; or what is wrong with it, in a sentence. */
export type Checked =
  | { ok: true; condition: Condition; field: FilterField; meant: Meant }
  | { ok: false; condition: Condition; field?: FilterField; wrong: string }

/** Checks one condition against the fields there are. */
export function check(scope: Scope, fields: readonly FilterField[], condition: Condition): Checked {
  const t = conditionsText(scope.locale)
  const field = fields.find((one) => one.field === condition.field)
  if (!field) return { ok: false, condition, wrong: t.wrong.field }
  const meant = operatorsOf[field.kind].includes(condition.operator)
    ? meaningOf(scope, field, condition)
    : t.wrong.operator(field.label[scope.locale])
  if (typeof meant === 'string') return { ok: false, condition, field, wrong: meant }
  return { ok: true, condition, field, meant }
}

/** What is wrong with a filter's conditions, one sentence each. */
export const faultsOf = (scope: Scope, fields: readonly FilterField[], where: Where): string[] =>
  conditionsOf(where).flatMap((condition) => {
    const checked = check(scope, fields, condition)
    return checked.ok ? [] : checked.wrong
  })

/** A filter without the conditions that cannot be asked; undefined when none is left. */
export function soundPart(
  scope: Scope,
  fields: readonly FilterField[],
  { match, items }: Where,
): Where | undefined {
  const sound = (condition: Condition) => check(scope, fields, condition).ok
  const left = items.flatMap((item): Where['items'] => {
    if (!isGroup(item)) return sound(item) ? [item] : []
    const inner = item.items.filter(sound)
    return inner.length > 0 ? [{ match: item.match, items: inner }] : []
  })
  return left.length > 0 ? { match, items: left } : undefined
}

/** @returns a sentence for what makes no sense */
function meaningOf(scope: Scope, field: FilterField, condition: Condition): Meant | string {
  const t = conditionsText(scope.locale).wrong
  const { operator, values } = condition
  const [first = ''] = values
  switch (operator) {
    case 'empty':
    case 'filled':
      return { is: 'nothing' }
    case 'range':
      return rangeOf(scope, field, values)
    case 'in': {
      const period = periods.find((one) => one === first)
      return period ? range(daysOf(scope, period satisfies Period)) : t.period
    }
    case 'past':
    case 'coming': {
      const count = /^\d{1,4}$/.test(first) ? Number(first) : 0
      if (count < 1 || count > mostDays) return t.days(mostDays)
      return range(daysAround(scope, operator === 'past' ? -count : count))
    }
    case 'any':
    case 'every':
    case 'none':
    case 'of':
      return keysOf(scope, field, condition)
    default:
      if (first.trim() === '') return t.text(field.label[scope.locale])
      return { is: 'text', text: first.trim() }
  }
}

const range = ({ from, to }: Days): Meant => ({ is: 'range', from, to })

function rangeOf(scope: Scope, field: FilterField, [from = '', to = '']: string[]): Meant | string {
  const label = field.label[scope.locale]
  if (from.trim() === '' && to.trim() === '') return conditionsText(scope.locale).wrong.range(label)
  const ends: unknown[] = []
  for (const typed of [from, to]) {
    const parsed =
      typed.trim() === '' ? undefined : field.reads?.parse(typed, readingOf(scope.company))
    if (parsed && !parsed.ok) return sayProblem(parsed.problem, scope.locale)
    ends.push(parsed?.value ?? null)
  }
  return { is: 'range', from: ends[0], to: ends[1] }
}

function keysOf(scope: Scope, field: FilterField, { operator, values }: Condition): Meant | string {
  const t = conditionsText(scope.locale).wrong
  const keys = [...new Set(values)]
  if (keys.length === 0) return t.none(field.label[scope.locale])
  const ids = operator === 'of' || field.kind === 'person' || field.kind === 'department'
  if (ids && !keys.every((key) => isId(key) || (key === 'me' && operator !== 'of')))
    return t.gone(field.label[scope.locale])
  return { is: 'keys', keys }
}
