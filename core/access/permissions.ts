import type { Permission } from '../module.ts'

/** What the core itself asks for. Modules declare their own in their manifests. */
export const corePermissions: readonly Permission<'core'>[] = [
  {
    key: 'core.people.manage',
    title: { en: 'Manage people, departments and roles', 'zh-CN': '管理人员、部门与角色' },
    scoped: false,
    roles: { admin: 'all' },
  },
  {
    key: 'core.absences.manage',
    title: { en: 'Keep who is away when', 'zh-CN': '登记休假与缺勤' },
    scoped: true,
    roles: { admin: 'all', lead: 'tree' },
  },
  {
    key: 'core.company.manage',
    title: { en: 'Change the company settings', 'zh-CN': '修改公司设置' },
    scoped: false,
    roles: { admin: 'all' },
  },
  {
    key: 'core.modules.manage',
    title: { en: 'Open and close modules', 'zh-CN': '开通与关闭模块' },
    scoped: false,
    roles: { admin: 'all' },
  },
  {
    key: 'core.fields.manage',
    title: { en: 'Manage custom fields', 'zh-CN': '管理自定义字段' },
    scoped: false,
    roles: { admin: 'all' },
  },
  {
    key: 'core.views.share',
    title: { en: 'Share views of lists with departments', 'zh-CN': '与部门共享列表视图' },
    scoped: true,
    roles: { admin: 'all', lead: 'tree' },
  },
  {
    key: 'core.views.manage',
    title: { en: 'Set what lists open with for each role', 'zh-CN': '设置各角色的默认视图' },
    scoped: false,
    roles: { admin: 'all' },
  },
  {
    key: 'core.rollout.view',
    title: {
      en: 'See the rollout: plan, gates, who has what',
      'zh-CN': '查看推行：计划、关口、谁能用什么',
    },
    scoped: false,
    roles: { admin: 'all', sponsor: 'all', auditor: 'all' },
  },
  {
    key: 'core.rollout.matrix',
    title: {
      en: 'See which module is on in which department',
      'zh-CN': '查看各部门的模块开放情况',
    },
    scoped: true,
    roles: { admin: 'all', sponsor: 'all', auditor: 'all', lead: 'tree' },
  },
  {
    key: 'core.rollout.manage',
    title: {
      en: 'Run the rollout: plan, surveys, evidence',
      'zh-CN': '管理推行：计划、问卷、证据',
    },
    scoped: false,
    roles: { admin: 'all' },
  },
  {
    key: 'core.rollout.decide',
    title: { en: 'Decide at the gates of the rollout', 'zh-CN': '在推行关口做决定' },
    scoped: false,
    roles: { admin: 'all', sponsor: 'all' },
  },
  {
    key: 'core.vendors.view',
    title: { en: 'See contracts with vendors, and incidents', 'zh-CN': '查看供应商合同与安全事件' },
    scoped: false,
    roles: { admin: 'all', sponsor: 'all', privacy: 'all', auditor: 'all' },
  },
  {
    key: 'core.vendors.manage',
    title: {
      en: 'Check contracts with vendors, and report incidents',
      'zh-CN': '核对供应商合同、报告安全事件',
    },
    scoped: false,
    roles: { admin: 'all', privacy: 'all' },
  },
  {
    key: 'core.quality.view',
    title: { en: 'See how good the data are', 'zh-CN': '查看数据质量' },
    scoped: false,
    roles: { admin: 'all', sponsor: 'all', lead: 'all', auditor: 'all' },
  },
  {
    key: 'core.quality.check',
    title: { en: 'Check samples of the data', 'zh-CN': '抽样核实数据' },
    scoped: false,
    roles: { admin: 'all', lead: 'all' },
  },
  {
    key: 'core.adoption.view',
    title: { en: 'See how people take to the product', 'zh-CN': '查看采用度' },
    scoped: true,
    roles: { admin: 'all', sponsor: 'all', auditor: 'all', trainer: 'all', lead: 'tree' },
  },
  {
    key: 'core.adoption.people',
    title: { en: 'See the adoption of people by name', 'zh-CN': '查看具体人员的采用度' },
    scoped: true,
    roles: { trainer: 'all', lead: 'tree' },
  },
  {
    key: 'core.adoption.own',
    title: { en: 'See what is recorded of one’s own use', 'zh-CN': '查看自己的使用记录' },
    scoped: false,
    roles: {
      admin: 'all',
      sponsor: 'all',
      trainer: 'all',
      lead: 'all',
      member: 'all',
      privacy: 'all',
      auditor: 'all',
    },
  },
  {
    key: 'core.adoption.manage',
    title: { en: 'Decide what use is expected', 'zh-CN': '约定使用标准' },
    scoped: false,
    roles: { admin: 'all', sponsor: 'all' },
  },
  {
    key: 'core.audit.view',
    title: { en: 'Read the audit trail', 'zh-CN': '查看操作日志' },
    scoped: false,
    roles: { admin: 'all', auditor: 'all', privacy: 'all' },
  },
  {
    key: 'core.api.manage',
    title: { en: 'Make and revoke API tokens', 'zh-CN': '创建和撤销 API 令牌' },
    scoped: false,
    roles: { admin: 'all' },
  },
  {
    key: 'core.jobs.view',
    title: { en: 'See background work', 'zh-CN': '查看后台任务' },
    scoped: false,
    roles: { admin: 'all' },
  },
]
