import type { Errors } from '../../core/http/form.ts'
import { stageChoices } from '../cost/choices.ts'
import { keepPlan, readPlan } from '../cost/plan.ts'
import { amount, choice, colleague, count, line, paragraph } from '../register/fields.ts'
import type { Register } from '../register/register.ts'
import { needsText } from './messages.ts'
import { requestKept } from './requests.ts'
import type { changeRequests } from './schema.ts'

export const requestRegister: Register<typeof changeRequests> = {
  ...requestKept,
  permission: 'core.rollout.manage',
  place: '/rollout/needs',
  words: (locale) => needsText(locale).register,
  fields: async ({ scope, product }) => {
    const { colleagues } = await product.directories.of(scope)
    const { currency } = await readPlan(scope)
    const modules = product.registry.modules.map(({ id, title }) => ({ key: id, label: title }))
    return [
      line('need', 'What is wanted', '需求', { required: true }, 300),
      paragraph('benefit', 'What it is good for', '好处'),
      colleague('askedBy', 'Asked for by', '提出人', colleagues),
      choice('stage', 'Rollout stage', '推行阶段', stageChoices, { required: true }),
      amount('cost', 'What it costs', '费用', currency, { required: true }),
      count('effortHours', 'Hours of work', '工时（小时）', [0, 100_000]),
      ...(modules.length > 0 ? [choice('module', 'Module', '模块', modules)] : []),
    ]
  },
  check: ({ scope }, { cost, stage }, entry): Errors => {
    const isDecided = entry !== undefined && entry.state !== 'asked'
    const isSame = cost === entry?.cost && stage === entry?.stage
    return isDecided && !isSame ? { cost: needsText(scope.locale).register.decided } : {}
  },
  nameOf: ({ need }) => need,
  after: keepPlan,
}
