import type { Permission } from '../../../core/module.ts'
import { assignArticles, editArticles, publishArticles, viewArticles } from './rights.ts'

/** Who answers, reads everything that was ever found out; what customers read, few release. */
const everybody = { admin: 'all', lead: 'all', member: 'all' } as const
const writing = { admin: 'all', lead: 'all', member: 'own' } as const
const releasing = { admin: 'all', lead: 'all' } as const

/** What roles may do with the knowledge base unless a company decides otherwise. */
export const articlePermissions: readonly Permission<'service'>[] = [
  {
    key: viewArticles,
    collaborators: 'service.article',
    title: { en: 'Read the knowledge base', 'zh-CN': '查看知识库' },
    scoped: true,
    roles: { ...everybody, sponsor: 'all' },
  },
  {
    key: editArticles,
    collaborators: 'service.article',
    title: { en: 'Write, change and archive articles', 'zh-CN': '撰写、修改和归档知识库文章' },
    scoped: true,
    roles: writing,
  },
  {
    key: assignArticles,
    title: { en: 'Give articles to others', 'zh-CN': '转交知识库文章' },
    scoped: true,
    roles: writing,
  },
  {
    key: publishArticles,
    title: { en: 'Publish and withdraw articles', 'zh-CN': '发布和撤回知识库文章' },
    scoped: true,
    roles: releasing,
  },
]
