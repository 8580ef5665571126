import type { Choice } from '../../core/values/choice.ts'

/** Who belongs into a project team (origin 2.2.2). */
export type TeamRole = 'sponsor' | 'lead' | 'sales' | 'customer' | 'user' | 'analyst' | 'product'

const said = (key: TeamRole, en: string, zh: string): Choice<TeamRole> => ({
  key,
  label: { en, 'zh-CN': zh },
})

export const teamRoles: readonly Choice<TeamRole>[] = [
  said('sponsor', 'Sponsor: decides and stands for it', '发起人（拍板、撑腰）'),
  said('lead', 'Lead: runs the rollout', '推行负责人'),
  said('sales', 'Salesperson', '销售人员'),
  said('customer', 'Speaks for the customers', '客户代表'),
  said('user', 'Knowledgeable user', '熟悉业务的使用者'),
  said('analyst', 'Analyst: describes problems', '分析人员'),
  said('product', 'Knows the product', '产品专家'),
]

/** The roles nobody has. */
export const gapsOf = (held: readonly { role: TeamRole }[]): Choice<TeamRole>[] =>
  teamRoles.filter(({ key }) => held.every(({ role }) => role !== key))
