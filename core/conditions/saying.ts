import type { Directory } from '../access/directory.ts'
import { formatNumber } from '../i18n/format.ts'
import type { Scope } from '../scope.ts'
import { type Checked, check } from './checking.ts'
import type { FilterField } from './field.ts'
import { conditionsText } from './messages.ts'
import type { Period } from './periods.ts'
import { type Condition, type Group, isGroup, type Match, type Where } from './tree.ts'

/** A filter in words, one for each condition or group; any of several are one. */
export function sayWhere(
  scope: Scope,
  fields: readonly FilterField[],
  directory: Directory,
  where: Where,
): string[] {
  const said = where.items.map((item) => sayItem(scope, fields, directory, item))
  return where.match === 'all' ? said : [together(scope, 'any', said)]
}

function sayItem(
  scope: Scope,
  fields: readonly FilterField[],
  directory: Directory,
  item: Condition | Group,
): string {
  if (!isGroup(item)) return sayCondition(scope, check(scope, fields, item), directory)
  const inner = item.items.map((one) => sayCondition(scope, check(scope, fields, one), directory))
  if (inner.length === 1) return inner[0] ?? ''
  const t = conditionsText(scope.locale)
  return t.bracket(together(scope, item.match, inner))
}

const together = (scope: Scope, match: Match, said: readonly string[]): string =>
  said.join(conditionsText(scope.locale).joins[match])

function sayCondition(scope: Scope, checked: Checked, directory: Directory): string {
  const { locale } = scope
  const t = conditionsText(locale)
  const { condition, field } = checked
  const label = field?.label[locale] ?? condition.field
  if (!checked.ok || !field) return t.unreadable(label)
  const { operator, values } = condition
  const [first = '', second = ''] = values
  switch (operator) {
    case 'range': {
      const [from, to] = rangeWords(scope, checked, [first, second])
      if (!from) return t.upTo(label, to ?? '')
      return to ? t.between(label, from, to) : t.from(label, from)
    }
    case 'in':
      return t.in(label, t.periods[first as Period])
    case 'past':
    case 'coming':
      return t[operator](label, formatNumber(locale, Number(first)))
    case 'empty':
    case 'filled':
      return t[operator](label)
    case 'contains':
    case 'lacks':
    case 'is':
    case 'isnt':
      return t[operator](label, first.trim())
    default: {
      const names = values.map((key) => nameOf(scope, field, operator === 'of', key, directory))
      return t[operator](label, names.join(t.comma), names.length)
    }
  }
}

function rangeWords({ locale }: Scope, { field, ...checked }: Checked, typed: string[]): string[] {
  if (!checked.ok || checked.meant.is !== 'range') return typed
  const { from, to } = checked.meant
  return [from, to].map((value) =>
    value === null || !field?.reads ? '' : field.reads.print(value as never, locale),
  )
}

function nameOf(
  { locale }: Scope,
  { kind, options }: FilterField,
  isDepartment: boolean,
  key: string,
  { colleagues, departments }: Directory,
): string {
  const t = conditionsText(locale)
  if (kind === 'tags') return key
  if (kind === 'choice')
    return options?.(locale).find(({ value }) => value === key)?.label ?? t.gone
  if (kind === 'person' && key === 'me') return t.me
  const from: readonly { id: string; name: string }[] =
    kind === 'person' && !isDepartment ? colleagues : departments
  return from.find(({ id }) => id === key)?.name ?? t.gone
}
