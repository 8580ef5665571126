import { z } from 'zod'
import { words } from '../../../core/api/question.ts'
import { recordResource } from '../../../core/api/records/record-resource.ts'
import { type ArticleRecord, articleStorage, readArticle } from './article-record.ts'
import { createArticle, saveArticle } from './articles.ts'
import { audienceLabel, audiences } from './choices.ts'
import { articleKind } from './kind.ts'

/** Articles for programs, as they are written. */
export const articleResource = recordResource(
  articleKind,
  articleStorage,
  {
    read: readArticle,
    create: (scope, registry, values) => createArticle(scope, registry, values),
    save: (scope, registry, old, ...given) =>
      saveArticle(scope, registry, old as ArticleRecord, ...given),
  },
  {
    name: 'articles',
    title: { en: 'Articles', 'zh-CN': '知识库文章' },
    filters: {
      category: words,
      audience: z.enum(audiences.map(({ key }) => key)).meta({ label: audienceLabel }),
      state: z.enum(['draft', 'published', 'due', 'expired']).meta({
        label: {
          en: 'How it stands: not out, out, to be checked, or past its last day',
          'zh-CN': '状态：草稿、已发布、待复核、已过期',
        },
      }),
    },
  },
)
