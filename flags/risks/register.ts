import type { AnyField } from '../../core/fields/field.ts'
import type { Errors } from '../../core/http/form.ts'
import { choice, colleague, dayField, line, paragraph } from '../register/fields.ts'
import type { Asked, Register, Values } from '../register/register.ts'
import { riskCategories, riskStates, scale } from './choices.ts'
import { needsOwner, residual, weigh } from './formula.ts'
import { riskText } from './messages.ts'
import { riskObject, titleOf } from './risks.ts'
import { risks } from './schema.ts'
import { triggerChoices } from './triggers.ts'

/** One to five, kept as a number. */
function scaleField(
  field: string,
  en: string,
  zh: string,
  said: { required?: true } = {},
): AnyField {
  const chosen = choice(field, en, zh, scale, said)
  return {
    ...chosen,
    parse: (typed, reading) => {
      const parsed = chosen.parse(typed, reading)
      return parsed.ok ? { ...parsed, value: Number(parsed.value) } : parsed
    },
    print: String,
    raw: String,
  }
}

async function riskFields({ scope, product }: Asked): Promise<readonly AnyField[]> {
  const { colleagues } = await product.directories.of(scope)
  const own = {
    en: 'Left empty, a default risk keeps the product’s words.',
    'zh-CN': '默认风险留空时使用产品自带的文字。',
  }
  return [
    line('title', 'What could happen', '风险', { hint: own }),
    choice('category', 'Category', '类别', riskCategories, { required: true }),
    choice('state', 'State', '状态', riskStates, { required: true }),
    scaleField('p', 'Probability, 1 to 5', '可能性（1–5）', { required: true }),
    scaleField('i', 'Impact, 1 to 5', '影响（1–5）', { required: true }),
    paragraph('cause', 'Cause', '原因'),
    paragraph('effect', 'Effect', '后果'),
    paragraph('response', 'Response', '应对措施', { hint: own }),
    scaleField('pRes', 'Probability after the response', '应对后的可能性'),
    scaleField('iRes', 'Impact after the response', '应对后的影响'),
    colleague('ownerId', 'Owner', '负责人', colleagues),
    dayField('dueOn', 'Response done by', '应对完成日期'),
    dayField('reviewOn', 'Next review', '下次复核日期'),
    choice('trigger', 'Opens automatically when', '自动触发条件', triggerChoices),
  ]
}

export const riskRegister: Register<typeof risks> = {
  ...{ object: riskObject, table: risks, permission: 'core.rollout.manage' },
  place: '/rollout/risks',
  words: (locale) => riskText(locale).register,
  fields: riskFields,
  nameOf: (risk, locale) => titleOf(locale, risk),
  check: ({ scope }, values, entry) => {
    const t = riskText(scope.locale).register
    return {
      ...(values.title === null && !entry?.code ? { title: t.noTitle } : {}),
      ...(isUnattended(values) ? { ownerId: t.needsOwner } : {}),
      ...worsened(values, t),
    }
  },
}

/** A response leaves less of a risk, or all of it, but never more. */
function worsened(values: Values, t: ReturnType<typeof riskText>['register']): Errors {
  const weighed = weighedBy(values)
  const before = weigh(weighed.p, weighed.i)
  const after = residual(weighed)
  const field = weighed.iRes !== null && weighed.iRes > weighed.i ? 'iRes' : 'pRes'
  return after > before ? { [field]: t.worsened(String(after), String(before)) } : {}
}

const weighedBy = ({ p, i, pRes, iRes }: Values) => ({
  ...{ p: Number(p), i: Number(i) },
  ...{ pRes: pRes as number | null, iRes: iRes as number | null },
})

/** An open risk of some weight needs somebody and a day. */
const isUnattended = (values: Values): boolean =>
  values.state === 'open' &&
  residual(weighedBy(values)) >= needsOwner &&
  (values.ownerId === null || values.dueOn === null)
