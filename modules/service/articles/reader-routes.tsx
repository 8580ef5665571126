import { Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { notFound } from '../../../core/http/refusal.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawArticle } from './article-pages.tsx'
import { readArticle } from './article-record.ts'
import { articleKind } from './kind.ts'
import { articleText } from './messages.ts'
import { noteOpinion } from './opinions.ts'
import { publishArticle, withdrawArticle } from './publishing.ts'
import { readOpinionForm, readPublishNote } from './reader-forms.ts'
import { publishArticles } from './rights.ts'
import { readVersion } from './versions.ts'
import { VersionPage } from './views/version-page.tsx'

const page = (id: string) => `${articleKind.href}/${id}`

/** What readers get of an article: publishing it, its versions, and what they say of it. */
export function addReaderRoutes(routes: Hono<Site>): void {
  const publish = allow(publishArticles)
  const view = allow(articleKind.view)

  routes.post('/:id/publish', publish, async (c) => {
    const { scope, product } = c.var
    const id = pathId(c)
    const { raw } = await readForm(c)
    const { note, errors } = readPublishNote(scope, raw)
    const t = articleText(scope.locale).publish
    if (errors.note) return drawArticle(c, id, undefined, { raw, errors })
    const came = await publishArticle(scope, product.registry, id, versionOf(raw), note)
    if (came !== 'published')
      return drawArticle(c, id, undefined, { raw, errors: { note: t[came] } })
    const { published } = await readArticle(scope, id)
    return go(c, page(id), { kind: 'success', text: t.done(String(published)) })
  })

  routes.post('/:id/withdraw', publish, async (c) => {
    const { scope, product } = c.var
    const id = pathId(c)
    await withdrawArticle(scope, product.registry, id)
    return go(c, page(id), {
      kind: 'success',
      text: articleText(scope.locale).publish.withdrawn,
    })
  })

  routes.post('/:id/opinions', view, async (c) => {
    const { scope } = c.var
    const { id, published } = await readArticle(scope, pathId(c))
    if (published === null) throw notFound()
    const { raw } = await readForm(c)
    const { opinion, errors } = readOpinionForm(scope.locale, raw)
    if (!opinion) return drawArticle(c, id, undefined, { raw, errors })
    await noteOpinion(scope, { id, number: published }, opinion)
    return go(c, page(id), { kind: 'success', text: articleText(scope.locale).opinions.thanks })
  })
}

/** What was published, each version at an address of its own. */
export const versionRoutes = new Hono<Site>()

versionRoutes.get('/:id', allow(articleKind.view), async (c) => {
  const { scope } = c.var
  const version = await readVersion(scope, pathId(c))
  const article = await readArticle(scope, version.articleId)
  const t = articleText(scope.locale).versions
  return c.render(<VersionPage {...{ scope, article, version }} />, {
    title: `${version.name} · ${t.one(String(version.number))}`,
  })
})
