import { choice, colleague, count, line } from '../register/fields.ts'
import type { Register } from '../register/register.ts'
import { teamText } from './messages.ts'
import { teamRoles } from './roles.ts'
import { teamMembers } from './schema.ts'

export const teamRegister: Register<typeof teamMembers> = {
  ...{ object: 'flags.team-member', table: teamMembers, permission: 'core.rollout.manage' },
  ...{ place: '/rollout/team/members', list: '/rollout/team' },
  words: (locale) => teamText(locale).register,
  fields: async ({ scope, product }) => {
    const { colleagues } = await product.directories.of(scope)
    return [
      choice('role', 'Part in the team', '角色', teamRoles, { required: true }),
      colleague('userId', 'Who', '人员', colleagues, { required: true }),
      count('hoursPerWeek', 'Hours a week', '每周投入（小时）', [0, 60]),
      line('note', 'Note', '备注'),
    ]
  },
  nameOf: ({ role }, locale) => teamRoles.find(({ key }) => key === role)?.label[locale] ?? role,
}
