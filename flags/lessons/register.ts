import { planText } from '../plan/messages.ts'
import { stageCodes } from '../plan/stages.ts'
import { choice, colleague, paragraph } from '../register/fields.ts'
import type { Register } from '../register/register.ts'
import { lessonObject, makeWorkOf } from './lessons.ts'
import { lessonsText } from './messages.ts'
import { lessons } from './schema.ts'

const stages = stageCodes.map((key) => ({
  key,
  label: {
    en: `${key} ${planText('en').stages[key]}`,
    'zh-CN': `${key} ${planText('zh-CN').stages[key]}`,
  },
}))

const kinds = (['well', 'badly', 'change'] as const).map((key) => ({
  key,
  label: { en: lessonsText('en').kinds[key], 'zh-CN': lessonsText('zh-CN').kinds[key] },
}))

export const lessonRegister: Register<typeof lessons> = {
  ...{ object: lessonObject, table: lessons, permission: 'core.rollout.manage' },
  place: '/rollout/lessons',
  words: (locale) => lessonsText(locale).register,
  fields: async ({ scope, product }) => {
    const { colleagues } = await product.directories.of(scope)
    return [
      choice('stage', 'Rollout stage', '推行阶段', stages, { required: true }),
      choice('kind', 'What it is', '类别', kinds, { required: true }),
      paragraph('text', 'What you learned', '内容', { required: true }),
      colleague('ownerId', 'Who sees to the change', '改进负责人', colleagues),
    ]
  },
  nameOf: ({ kind }, locale) => lessonsText(locale).kinds[kind],
  after: makeWorkOf,
}
