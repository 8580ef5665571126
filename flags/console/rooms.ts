import type { Room } from '../../core/http/rooms.ts'

/**
 * The rooms of the console, in the order in which the sidebar names them: each folder that draws
 * one adds its line here, and its routes to ../routes.tsx.
 */
export const consoleRooms: readonly Room[] = [
  {
    href: '/rollout/overview',
    icon: 'rocket',
    title: { en: 'Rollout overview', 'zh-CN': '推行总览' },
    permission: 'core.rollout.view',
    front: true,
  },
  {
    href: '/rollout/plan',
    icon: 'route',
    title: { en: 'Plan', 'zh-CN': '推行计划' },
    permission: 'core.rollout.view',
    front: true,
  },
  {
    href: '/rollout/readiness',
    icon: 'checklist',
    title: { en: 'Readiness', 'zh-CN': '就绪度' },
    permission: 'core.rollout.view',
  },
  {
    href: '/rollout/people',
    icon: 'users',
    title: { en: 'People and change', 'zh-CN': '人员与变革' },
    permission: 'core.rollout.view',
  },
  {
    href: '/rollout/gates',
    icon: 'shield-check',
    title: { en: 'Gates', 'zh-CN': '关口' },
    permission: 'core.rollout.view',
  },
  {
    href: '/rollout/lessons',
    icon: 'bulb',
    title: { en: 'Lessons learned', 'zh-CN': '经验教训' },
    permission: 'core.rollout.view',
  },
  {
    href: '/rollout/evidence',
    icon: 'chart-bar',
    title: { en: 'Evidence', 'zh-CN': '证据' },
    permission: 'core.rollout.view',
  },
  {
    href: '/rollout/matrix',
    icon: 'columns-3',
    title: { en: 'Rollout matrix', 'zh-CN': '推行矩阵' },
    permission: 'core.rollout.matrix',
    front: true,
  },
  {
    href: '/admin/modules',
    icon: 'toggle-right',
    title: { en: 'Modules', 'zh-CN': '模块' },
    permission: 'core.modules.manage',
    front: true,
  },
  {
    href: '/admin/flags',
    icon: 'toggle-left',
    title: { en: 'Flags of other programs', 'zh-CN': '其他程序的开关' },
    permission: 'core.modules.manage',
  },
  {
    href: '/rollout/who',
    icon: 'user-check',
    title: { en: 'Who has what', 'zh-CN': '谁能用什么' },
    permission: 'core.rollout.view',
    front: true,
  },
  {
    href: '/rollout/data-quality',
    icon: 'gauge',
    title: { en: 'Data quality', 'zh-CN': '数据质量' },
    permission: 'core.quality.view',
    front: true,
  },
  {
    href: '/rollout/adoption',
    icon: 'progress',
    title: { en: 'Adoption', 'zh-CN': '采用度' },
    permission: 'core.adoption.view',
    front: true,
  },
  {
    href: '/rollout/adoption/me',
    icon: 'user-check',
    title: { en: 'My use of the CRM', 'zh-CN': '我的使用情况' },
    permission: 'core.adoption.own',
    front: true,
  },
  {
    href: '/rollout/cost',
    icon: 'cash',
    title: { en: 'Cost', 'zh-CN': '费用' },
    permission: 'core.rollout.view',
  },
  {
    href: '/rollout/team',
    icon: 'users-group',
    title: { en: 'Team and charter', 'zh-CN': '项目组与章程' },
    permission: 'core.rollout.view',
  },
  {
    href: '/rollout/announcements',
    icon: 'presentation',
    title: { en: 'Announcements', 'zh-CN': '公告' },
    front: true,
  },
  {
    href: '/rollout/feedback',
    icon: 'message-circle',
    title: { en: 'Feedback', 'zh-CN': '使用反馈' },
    permission: 'core.rollout.view',
  },
  {
    href: '/rollout/feedback/mine',
    icon: 'message-circle',
    title: { en: 'My feedback', 'zh-CN': '我的反馈' },
    unless: 'core.rollout.view',
    front: true,
  },
  {
    href: '/rollout/risks',
    icon: 'alert-triangle',
    title: { en: 'Risks', 'zh-CN': '风险' },
    permission: 'core.rollout.view',
  },
  {
    href: '/rollout/contracts',
    icon: 'file-text',
    title: { en: 'Contracts and security', 'zh-CN': '合同与安全' },
    permission: 'core.vendors.view',
  },
  {
    href: '/rollout/needs',
    icon: 'git-merge',
    title: { en: 'Changing needs', 'zh-CN': '需求变更' },
    permission: 'core.rollout.view',
  },
]
