import { Hono } from 'hono'
import { newId } from '../../../core/db/id.ts'
import { type ReadFields, rawOf, readFields } from '../../../core/fields/forms.ts'
import { readRecordForm } from '../../../core/fields/record-form.ts'
import { allow } from '../../../core/http/allow.ts'
import { once } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawList } from '../../../core/lists/list-pages.tsx'
import { addListRoutes } from '../../../core/lists/list-routes.tsx'
import { takeFiles } from '../../../core/own-fields/taking-files.ts'
import { orTaken } from '../../../core/own-fields/writing.ts'
import { addCollaboratorRoutes } from '../../../core/records/collaborating.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { addRecordRoutes, savedToast } from '../../../core/records/record-routes.tsx'
import { articleList } from './article-list.ts'
import { drawArticle, drawArticleConflict, drawArticleForm } from './article-pages.tsx'
import { type ArticleInput, readArticle } from './article-record.ts'
import { createArticle, saveArticle } from './articles.ts'
import { articleKind } from './kind.ts'
import { addReaderRoutes } from './reader-routes.tsx'
import { readSolution } from './solutions.ts'

/** The knowledge base: the list, the article, its form; what readers do with it. */
export const articleRoutes = new Hono<Site>()

const view = allow(articleKind.view)
const edit = allow(articleKind.edit)

articleRoutes.get('/', view, (c) => drawList(c, articleList))

articleRoutes.get('/new', edit, async (c) => {
  const { scope } = c.var
  const usual = { language: scope.company.locale, audience: 'internal' }
  const solved = await readSolution(scope, c.req.query('ticket'))
  return drawArticleForm(c, { raw: { ...usual, ...solved } })
})

addListRoutes(articleRoutes, articleList)
addRecordRoutes(articleRoutes, articleKind, drawArticle)
addCollaboratorRoutes(articleRoutes, articleKind)
addReaderRoutes(articleRoutes)

articleRoutes.post('/', edit, async (c) => {
  const { scope, product } = c.var
  const fields = fieldsOf(scope, articleKind)
  const raw = await readRecordForm(c, fields)
  let read: ReadFields<ArticleInput> | undefined
  const to = await once(scope, raw, async () => {
    const given = newId()
    const refused = await takeFiles(c, { object: articleKind.object, recordId: given }, raw)
    read = readFields<ArticleInput>(scope, fields, raw)
    const { values, errors } = read
    Object.assign(errors, refused)
    if (Object.keys(errors).length > 0) return undefined
    const ticketId = (await readSolution(scope, raw.ticket))?.ticket
    const made = { id: given, ticketId }
    const id = await orTaken(errors, () => createArticle(scope, product.registry, values, made))
    return id && `${articleKind.href}/${id}`
  })
  if (!to) return drawArticleForm(c, { raw, errors: read?.errors ?? {} })
  return go(c, to, savedToast(scope, read?.understood))
})

articleRoutes.get('/:id', view, (c) => drawArticle(c, pathId(c)))

articleRoutes.get('/:id/edit', edit, async (c) => {
  const { scope } = c.var
  const article = await readArticle(scope, pathId(c), articleKind.edit)
  const raw = rawOf(fieldsOf(scope, articleKind), article.values, scope.locale)
  return drawArticleForm(c, { article, raw, version: article.version })
})

articleRoutes.post('/:id', edit, async (c) => {
  const { scope, product } = c.var
  const fields = fieldsOf(scope, articleKind)
  const article = await readArticle(scope, pathId(c), articleKind.edit)
  const raw = await readRecordForm(c, fields)
  const version = versionOf(raw)
  const about = { object: articleKind.object, recordId: article.id }
  const refused = await takeFiles(c, about, raw, article.values)
  const { values, errors, understood } = readFields<ArticleInput>(
    scope,
    fields,
    raw,
    article.values,
  )
  Object.assign(errors, refused)
  const saved =
    Object.keys(errors).length === 0 &&
    (await orTaken(errors, () => saveArticle(scope, product.registry, article, version, values)))
  if (!saved) return drawArticleForm(c, { article, raw, version, errors })
  if (saved === 'conflict') return drawArticleConflict(c, article.id, raw, version)
  return go(c, `${articleKind.href}/${article.id}`, savedToast(scope, understood))
})
