import { sql } from 'drizzle-orm'
import type { AnyField } from '../../core/fields/field.ts'
import type { Scope } from '../../core/scope.ts'
import type { Choice } from '../../core/values/choice.ts'
import { amount, choice, count, dayField, line, yesNo } from '../register/fields.ts'
import type { Asked, Register } from '../register/register.ts'
import { readContracts } from '../vendors/reading.ts'
import {
  categoryChoices,
  kindChoices,
  natureChoices,
  offerChoices,
  stageChoices,
  subcategories,
} from './choices.ts'
import { costText } from './messages.ts'
import { keepPlan, monthDay, readPlan } from './plan.ts'
import { costHeadcounts, costLines, costOffers, costPlans } from './schema.ts'

const permission = 'core.rollout.manage'
const list = '/rollout/cost'
const after = (scope: Scope) => keepPlan(scope)

/** Months of the plan by their numbers, so that a line moves along when the plan begins later. */
export async function monthChoices(scope: Scope): Promise<Choice[]> {
  const { startsOn, horizonMonths } = await readPlan(scope)
  return Array.from({ length: horizonMonths }, (_, at) => {
    const month = monthDay(startsOn, at + 1).slice(0, 7)
    return {
      key: String(at + 1),
      label: { en: `${at + 1} · ${month}`, 'zh-CN': `${at + 1} · ${month}` },
    }
  })
}

/** A month that is kept as its number. */
const monthField = (
  field: string,
  en: string,
  zh: string,
  months: readonly Choice[],
  said: { required?: true } = {},
): AnyField => {
  const chosen = choice(field, en, zh, months, said)
  return {
    ...chosen,
    parse: (typed, reading) => {
      const parsed = chosen.parse(typed, reading)
      return parsed.ok ? { ...parsed, value: Number(parsed.value) } : parsed
    },
    print: (value: number, locale) => chosen.print(String(value), locale),
    raw: (value: number) => String(value),
  }
}

async function lineFields({ scope, product }: Asked): Promise<readonly AnyField[]> {
  const [months, { currency }, offers] = await Promise.all([
    monthChoices(scope),
    readPlan(scope),
    scope.db.execute<{ id: string; name: string }>(sql`
      select id, name from flags.cost_offers
      where company_id = ${scope.company.id} and archived_at is null order by id`),
  ])
  const vendors = (await readContracts(scope)).map(({ id, vendor }) => ({
    key: id,
    label: { en: vendor, 'zh-CN': vendor },
  }))
  const named = offers.map(({ id, name }) => ({ key: id, label: { en: name, 'zh-CN': name } }))
  const modules = product.registry.modules.map(({ id, title }) => ({ key: id, label: title }))
  return [
    line('name', 'What it is', '费用名称', { required: true }),
    choice('category', 'Category', '类别', categoryChoices, { required: true }),
    choice('kind', 'How it comes', '计费方式', kindChoices, { required: true }),
    amount('likely', 'Likely amount', '最可能金额', currency, {
      required: true,
      hint: {
        en: 'In all, per month, or per user and month, as chosen above.',
        'zh-CN': '按上面的计费方式填写：一次性总额、每月金额或每用户每月金额。',
      },
    }),
    amount('low', 'At the least', '最低金额', currency),
    amount('high', 'At the most', '最高金额', currency),
    monthField('fromMonth', 'From month', '起始月份', months, { required: true }),
    monthField('toMonth', 'To month', '截止月份', months),
    yesNo('inQuote', 'Stands in a quote', '已写在报价中', { required: true }),
    choice('nature', 'What for', '用途', natureChoices, { required: true }),
    line('subcategory', 'Subcategory', '细分类别', { suggests: true }, 60),
    amount('committed', 'Committed by contract', '合同已承诺金额', currency),
    ...(named.length > 0 ? [choice('offerId', 'Only with the offer', '仅属于方案', named)] : []),
    ...(modules.length > 0 ? [choice('module', 'Module', '模块', modules)] : []),
    choice('stage', 'Rollout stage', '推行阶段', stageChoices),
    ...(vendors.length > 0 ? [choice('contractId', 'By the contract', '所属合同', vendors)] : []),
  ]
}

export const lineRegister: Register<typeof costLines> = {
  ...{ object: 'flags.cost-line', table: costLines, permission, list, after },
  place: '/rollout/cost/lines',
  words: (locale) => costText(locale).lines,
  fields: lineFields,
  suggestions: (locale) => ({ subcategory: subcategories[locale] }),
  nameOf: ({ name }) => name,
  check: ({ scope }, values) => {
    const t = costText(scope.locale).lines
    const { low, likely, high, fromMonth, toMonth } = values as Record<string, number | null>
    return {
      ...(low !== null && likely !== null && Number(low) > Number(likely)
        ? { low: t.lowAbove }
        : {}),
      ...(high !== null && Number(high) < Number(likely) ? { high: t.highBelow } : {}),
      ...(toMonth !== null && Number(toMonth) < Number(fromMonth) ? { toMonth: t.endsBefore } : {}),
    }
  },
}

export const headcountRegister: Register<typeof costHeadcounts> = {
  ...{ object: 'flags.cost-headcount', table: costHeadcounts, permission, list, after },
  place: '/rollout/cost/headcounts',
  words: (locale) => costText(locale).headcounts,
  fields: async ({ scope }) => [
    monthField('fromMonth', 'From month', '起始月份', await monthChoices(scope), {
      required: true,
    }),
    count('users', 'People who work with it', '使用人数', [0, 100_000], { required: true }),
    count('adoptersPercent', 'Share who have adopted it, %', '真正用起来的比例（%）', [0, 100]),
  ],
  nameOf: ({ fromMonth }, locale) => costText(locale).headcounts.from(String(fromMonth)),
}

export const offerRegister: Register<typeof costOffers> = {
  ...{ object: 'flags.cost-offer', table: costOffers, permission, after },
  place: '/rollout/cost/offers',
  words: (locale) => costText(locale).offers,
  fields: async () => [
    line('name', 'Name', '方案名称', { required: true }),
    choice('kind', 'Kind', '方式', offerChoices, { required: true }),
    line('note', 'Note', '备注', {}, 500),
  ],
  nameOf: ({ name }) => name,
}

export const planRegister: Register<typeof costPlans> = {
  ...{ object: 'flags.cost-plan', table: costPlans, permission, list, single: true },
  place: '/rollout/cost/plan',
  words: (locale) => costText(locale).plan,
  fields: async ({ scope }) => {
    const { currency } = await readPlan(scope)
    return [
      dayField('startsOn', 'First month', '第一个月', {
        required: true,
        hint: { en: 'Any day of it.', 'zh-CN': '填写当月任意一天即可。' },
      }),
      count('horizonMonths', 'Months reckoned', '测算月数', [1, 120], { required: true }),
      amount('loadedRate', 'An hour of our own people', '内部人员每小时全成本', currency, {
        hint: {
          en: 'Pay and all that comes on top of it.',
          'zh-CN': '工资加上社保、办公等全部附加成本。',
        },
      }),
      count('discountPercent', 'Discount rate a year, %', '年折现率（%）', [0, 100]),
      count('changePercent', 'Change budget of a stage, %', '每阶段变更预算（%）', [0, 100], {
        required: true,
      }),
      count('dipPeople', 'People slower while they learn', '学习期效率下降的人数', [0, 100_000]),
      count('dipPercent', 'How much slower, %', '效率下降幅度（%）', [0, 100]),
      count('dipWeeks', 'For how many weeks', '持续周数', [0, 104]),
      amount('weeklyCost', 'Cost of one person a week', '每人每周成本', currency),
    ]
  },
  fill: (_, { startsOn }) => ({ startsOn: monthDay(String(startsOn), 1) }),
  nameOf: (_, locale) => costText(locale).plan.edit,
}
