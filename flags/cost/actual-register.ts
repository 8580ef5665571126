import { sql } from 'drizzle-orm'
import { readMembers } from '../../core/access/members.ts'
import { today } from '../../core/calendar/reading.ts'
import type { AnyField } from '../../core/fields/field.ts'
import type { Errors } from '../../core/http/form.ts'
import { formatNumber } from '../../core/i18n/format.ts'
import type { Scope } from '../../core/scope.ts'
import { parseNumber, printNumber } from '../../core/values/number.ts'
import { amount, choice, line } from '../register/fields.ts'
import type { Asked, Register, Values } from '../register/register.ts'
import { costText } from './messages.ts'
import { monthDay, readPlan } from './plan.ts'
import { costActuals } from './schema.ts'

/** The hours of a month of 31 days: nobody works more. */
const longestMonth = 744

/** A number of hours, with two decimals at most. */
const hours: AnyField = {
  kind: 'number',
  typed: true,
  field: 'hours',
  label: { en: 'Hours of our own people', 'zh-CN': '内部工时（小时）' },
  hint: {
    en: 'Hours count at the rate below; then leave the amount empty.',
    'zh-CN': '工时按下面的小时成本折算；填了工时就不用填金额。',
  },
  aliases: [],
  example: '',
  parse: (typed: string) => parseNumber(typed, { decimals: 2, least: 0, most: 1_000_000 }),
  print: (value: string, locale) => printNumber(value, locale),
}

async function actualFields({ scope }: Asked): Promise<readonly AnyField[]> {
  const [{ currency, startsOn, horizonMonths }, lines] = await Promise.all([
    readPlan(scope),
    scope.db.execute<{ id: string; name: string }>(sql`
      select id, name from flags.cost_lines
      where company_id = ${scope.company.id} and archived_at is null order by name, id`),
  ])
  const months = Array.from({ length: horizonMonths }, (_, at) => monthDay(startsOn, at + 1))
  const named = (key: string, name: string) => ({ key, label: { en: name, 'zh-CN': name } })
  return [
    choice(
      'lineId',
      'Line of the plan',
      '对应费用',
      lines.map(({ id, name }) => named(id, name)),
      { required: true },
    ),
    choice(
      'month',
      'Month',
      '月份',
      months.map((day) => named(day, day.slice(0, 7))),
      { required: true },
    ),
    amount('amount', 'Amount', '金额', currency),
    hours,
    amount('rate', 'Cost of an hour', '每小时成本', currency, {
      hint: {
        en: 'Left empty, the rate of the plan is taken.',
        'zh-CN': '留空则按测算设置里的小时成本。',
      },
    }),
    line('document', 'Invoice or time sheet', '凭证（发票、工时单等）'),
  ]
}

/** Hours cost what they are worth at the loaded rate, whatever was written as an amount before. */
async function priced(
  scope: Scope,
  { amount: paid, hours: worked, rate }: Values,
): Promise<Values> {
  if (worked === null) return { amount: paid, rate: null }
  const hourly = Number(rate ?? (await readPlan(scope)).loadedRate)
  return { amount: Math.round(Number(worked) * hourly), rate: hourly }
}

export const actualRegister: Register<typeof costActuals> = {
  ...{ object: 'flags.cost-actual', table: costActuals, permission: 'core.rollout.manage' },
  place: '/rollout/cost/actuals',
  words: (locale) => costText(locale).actuals,
  fields: actualFields,
  nameOf: ({ month }) => month.slice(0, 7),
  check: async ({ scope }, values, entry) => {
    const t = costText(scope.locale).actuals
    const errors: Errors = {}
    const rate = values.rate ?? (await readPlan(scope)).loadedRate
    if (values.hours !== null && rate === null) errors.rate = t.noRate
    if (values.hours === null && values.amount === null) errors.amount = t.neither
    // An entry of hours comes back with the amount that was reckoned from them.
    const reckoned = entry && entry.hours !== null ? entry.amount : null
    if (values.hours !== null && values.amount !== null && values.amount !== reckoned)
      errors.amount = t.both
    if (String(values.month) > today(scope)) errors.month = t.toCome
    const people = (await readMembers(scope)).length
    if (Number(values.hours ?? 0) > longestMonth * people)
      errors.hours = t.tooManyHours(
        formatNumber(scope.locale, longestMonth * people),
        formatNumber(scope.locale, people),
      )
    return errors
  },
  fill: priced,
}
