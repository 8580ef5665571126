import { findByNotes } from '../../../core/lists/note-finding.ts'
import type { Navigation, Search } from '../../../core/module.ts'
import { portals } from '../portal/schema.ts'
import { findArticles } from './finding.ts'
import { articleKind } from './kind.ts'
import { articleOpinions, articles, articleVersions } from './schema.ts'

/** What the manifest says of the knowledge base. */

export const articleTables = [articles, articleVersions, articleOpinions, portals]

export const articleNavigation: Navigation<'service'> = {
  href: '/service/articles',
  icon: 'book',
  title: { en: 'Knowledge base', 'zh-CN': '知识库' },
  permission: articleKind.view,
}

export const articleSearch: readonly Search<'service'>[] = [
  {
    key: 'service.articles',
    title: { en: 'Knowledge base', 'zh-CN': '知识库' },
    permission: articleKind.view,
    find: findArticles,
  },
  {
    key: 'service.article-notes',
    title: { en: 'Notes on articles', 'zh-CN': '知识库文章备注' },
    permission: articleKind.view,
    find: findByNotes(articleKind),
  },
]
