import type { Context } from 'hono'
import { attachmentsOf } from '../../../core/attachments/attachments.ts'
import { readTogether } from '../../../core/db/together.ts'
import { conflictFields } from '../../../core/fields/conflicts.ts'
import { readSuggestions } from '../../../core/fields/suggestions.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { onceKey } from '../../../core/http/once.ts'
import type { Site } from '../../../core/http/site.ts'
import { readBeside } from '../../../core/lists/beside.ts'
import { openLeft } from '../../../core/lists/opening.ts'
import { placeOf } from '../../../core/lists/place.ts'
import { collaboratorsOf } from '../../../core/records/collaborators.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { readSaver } from '../../../core/records/history.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { timelineViewOf } from '../../../core/records/timeline-view.ts'
import { tellTimeline } from '../../../core/records/told.ts'
import { versionDeeds } from '../../../core/records/traces.ts'
import { articleFields } from './article-fields.ts'
import { type ArticleRecord, readArticle } from './article-record.ts'
import { articleKind } from './kind.ts'
import { articleText } from './messages.ts'
import { readOpinions } from './opinions.ts'
import { readVersions } from './versions.ts'
import { ArticleForm } from './views/article-form.tsx'
import { ArticlePage } from './views/article-page.tsx'

type Note = { raw: Raw; errors: Errors }

/** Draws the page of one article, with a note or another of its forms that could not be taken. */
export async function drawArticle(
  c: Context<Site>,
  id: string,
  note?: Note,
  refused?: Note,
): Promise<Response> {
  const { scope, product } = c.var
  const { object } = articleKind
  const about = { object, recordId: id }
  const [article, timeline, { files, collaborators }, { colleagues }, versions, opinions, beside] =
    await Promise.all([
      readArticle(scope, id),
      tellTimeline(product.registry, scope, object, id, timelineViewOf(c)),
      readTogether(scope.db, {
        files: attachmentsOf(scope, about),
        collaborators: collaboratorsOf(scope, about),
      }),
      product.directories.of(scope),
      readVersions(scope, id),
      readOpinions(scope, id),
      openLeft(c, articleKind).then((list) => readBeside(scope, articleKind, list, id)),
    ])
  const page = (
    <ArticlePage
      {...{ scope, article, timeline, files, collaborators, colleagues, versions, opinions }}
      {...{ beside, note, refused }}
      listHref={placeOf(c, articleKind)}
      once={onceKey(note?.raw)}
    />
  )
  return c.render(page, { title: article.values.name, status: note || refused ? 422 : 200 })
}

type Drawn = { article?: ArticleRecord; raw: Raw; errors?: Errors; version?: number }

/** Draws the form of an article: new, edit and error alike. */
export async function drawArticleForm(c: Context<Site>, drawn: Drawn): Promise<Response> {
  const { scope } = c.var
  const { article, raw, errors = {}, version } = drawn
  const t = articleText(scope.locale)
  const suggestions = await readSuggestions(scope, articleKind, articleFields)
  const page = (
    <ArticleForm
      {...{ scope, article, raw, errors, version, suggestions }}
      once={article ? undefined : onceKey(raw)}
    />
  )
  const title = article ? t.editTitle(article.values.name) : t.list.add
  return c.render(page, { title, status: drawn.errors ? 422 : 200 })
}

/** Somebody saved the article meanwhile: both sides, field by field. */
export async function drawArticleConflict(
  c: Context<Site>,
  id: string,
  raw: Raw,
  version: number,
): Promise<Response> {
  const { scope } = c.var
  const now = await readArticle(scope, id, articleKind.edit)
  return drawConflict(c, {
    title: now.values.name,
    action: `${articleKind.href}/${id}`,
    fields: await conflictFields(
      scope,
      articleKind,
      fieldsOf(scope, articleKind),
      now,
      raw,
      version,
    ),
    version: now.version,
    savedBy: await readSaver(scope, articleKind.object, id, versionDeeds),
    savedAt: now.updatedAt,
  })
}
