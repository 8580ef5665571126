import { choice, line, paragraph, yesNo } from '../register/fields.ts'
import type { Register } from '../register/register.ts'
import { announce, announcementObject } from './announcements.ts'
import { announcementText } from './messages.ts'
import { announcements } from './schema.ts'

export const announcementRegister: Register<typeof announcements> = {
  ...{ object: announcementObject, table: announcements, permission: 'core.rollout.manage' },
  place: '/rollout/announcements',
  words: (locale) => announcementText(locale).register,
  fields: async ({ scope, product }) => {
    const { departments } = await product.directories.of(scope)
    const named = departments.map(({ id, name }) => ({
      key: id,
      label: { en: name, 'zh-CN': name },
    }))
    const kinds = (['idea', 'rule'] as const).map((key) => ({
      key,
      label: {
        en: announcementText('en').kinds[key],
        'zh-CN': announcementText('zh-CN').kinds[key],
      },
    }))
    return [
      choice('kind', 'Kind', '类型', kinds, { required: true }),
      line('title', 'Title', '标题', { required: true }),
      paragraph('body', 'Text', '正文', { required: true }),
      choice(
        'departmentId',
        'Only for the department, with those below it',
        '仅限部门（含下级）',
        named,
      ),
      yesNo('signOff', 'Each lead signs off for the department', '需由部门负责人签收', {
        required: true,
      }),
    ]
  },
  nameOf: ({ title }) => title,
  after: announce,
  home: (_, id) => `/rollout/announcements/${id}`,
}
