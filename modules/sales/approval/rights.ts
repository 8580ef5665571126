import type { Permission } from '../../../core/module.ts'

export const decideApprovals = 'sales.approvals.decide'
export const setApprovals = 'sales.approvals.set'

/** Who leads decides; who named as an approver is decides too, whatever their role. */
export const approvalPermissions: readonly Permission<'sales'>[] = [
  {
    key: decideApprovals,
    title: { en: 'Approve as the head of a department', 'zh-CN': '作为部门主管审批' },
    scoped: true,
    roles: { admin: 'all', lead: 'tree' },
  },
  {
    key: setApprovals,
    title: {
      en: 'Set approval rules, discount limits and numbers',
      'zh-CN': '设置审批规则、折扣权限和编号',
    },
    scoped: false,
    roles: { admin: 'all' },
  },
]
