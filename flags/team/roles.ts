import type { Choice } from '../../core/values/choice.ts'
import { option } from '../register/option.ts'

/** Who belongs into a project team (origin 2.2.2). */
export type TeamRole = 'sponsor' | 'lead' | 'sales' | 'customer' | 'user' | 'analyst' | 'product'

export const teamRoles: readonly Choice<TeamRole>[] = [
  option('sponsor', 'Sponsor: decides and stands for it', '发起人（拍板、撑腰）'),
  option('lead', 'Lead: runs the rollout', '推行负责人'),
  option('sales', 'Salesperson', '销售人员'),
  option('customer', 'Speaks for the customers', '客户代表'),
  option('user', 'Knowledgeable user', '熟悉业务的使用者'),
  option('analyst', 'Analyst: describes problems', '分析人员'),
  option('product', 'Knows the product', '产品专家'),
]

/** The roles nobody has. */
export const gapsOf = (held: readonly { role: TeamRole }[]): Choice<TeamRole>[] =>
  teamRoles.filter(({ key }) => held.every(({ role }) => role !== key))
