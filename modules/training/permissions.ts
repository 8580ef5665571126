import type { Permission } from '../../core/module.ts'

export const learn = 'training.learn'
export const teach = 'training.teach'
export const follow = 'training.follow'
export const oversee = 'training.oversee'
export const readWork = 'training.read-work'
export const except = 'training.except'
export const govern = 'training.govern'

const everybody = {
  admin: 'all',
  sponsor: 'all',
  trainer: 'all',
  lead: 'all',
  member: 'all',
  privacy: 'all',
  auditor: 'all',
} as const

/** What roles may do with training unless a company decides otherwise (3.3). */
export const permissions: readonly Permission<'training'>[] = [
  {
    key: learn,
    title: { en: 'Take courses', 'zh-CN': '参加学习' },
    scoped: false,
    roles: everybody,
  },
  {
    key: teach,
    title: { en: 'Write, publish and assign courses', 'zh-CN': '编写、发布和布置课程' },
    scoped: false,
    roles: { trainer: 'all', admin: 'all' },
  },
  {
    key: follow,
    title: { en: 'See how far people have learned', 'zh-CN': '查看学习进度' },
    scoped: true,
    roles: { trainer: 'all', admin: 'all', lead: 'tree' },
  },
  {
    key: oversee,
    title: { en: 'See how far departments have learned', 'zh-CN': '查看各部门学习情况' },
    scoped: false,
    roles: { trainer: 'all', admin: 'all', lead: 'all', sponsor: 'all', auditor: 'all' },
  },
  {
    // An administrator sees whether somebody has learned, not what they wrote (3.3).
    key: readWork,
    title: { en: 'Read and accept the work of others', 'zh-CN': '批阅作业' },
    scoped: true,
    roles: { trainer: 'all', lead: 'tree' },
  },
  {
    key: except,
    title: { en: 'Let somebody work before they have learned', 'zh-CN': '批准先用后学' },
    scoped: true,
    roles: { admin: 'all', lead: 'tree' },
  },
  {
    key: govern,
    title: {
      en: 'Decide whether access follows learning',
      'zh-CN': '设置“先学后用”',
    },
    scoped: false,
    roles: { admin: 'all' },
  },
]
