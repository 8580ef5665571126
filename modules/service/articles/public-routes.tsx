import { type Context, Hono } from 'hono'
import { allowStrangers } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { addHeader } from '../../../core/http/headers.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { enterPortal } from '../portal/entering.ts'
import { portalText } from '../portal/messages.ts'
import { portalHref } from '../portal/portals.ts'
import { noteOpinion } from './opinions.ts'
import { listPublic, readPublic, searchPublic } from './public-articles.ts'
import { readOpinionForm } from './reader-forms.ts'
import { pageIn } from './versions.ts'
import { PublicArticlePage } from './views/public-article.tsx'
import { PublicListPage } from './views/public-list.tsx'

/** What a company lets everybody read; nobody is signed in there. */
export const publicArticleRoutes = new Hono<Site>()

/** The same for everybody who reads the same language, and for five minutes. */
const keep = (c: Context<Site>) => addHeader(c, 'cache-control', 'public, max-age=300')

publicArticleRoutes.get('/', allowStrangers, (c) =>
  enterPortal(c, async (scope, portal) => {
    const typed = (c.req.query('q') ?? '').slice(0, 200)
    const { product } = c.var
    const articles = typed
      ? await searchPublic(product, scope, typed)
      : await listPublic(product, scope)
    const brand = portal.title || scope.company.name
    keep(c)
    return c.render(
      <PublicListPage {...{ scope, articles, typed, brand }} href={portalHref(portal.key)} />,
      { title: portalText(scope.locale).articles.title, bare: true, brand },
    )
  }),
)

const draw = (c: Context<Site>, typed?: { raw: Raw; errors: Errors }) =>
  enterPortal(c, async (scope, portal) => {
    const article = await readPublic(scope, pathId(c))
    const brand = portal.title || scope.company.name
    if (!typed) keep(c)
    return c.render(
      <PublicArticlePage {...{ scope, article, typed }} href={portalHref(portal.key)} />,
      {
        ...{ title: pageIn(scope.locale, article).name, bare: true, brand },
        status: typed ? 422 : 200,
      },
    )
  })

publicArticleRoutes.get('/:id', allowStrangers, (c) => draw(c))

publicArticleRoutes.post('/:id/opinions', allowStrangers, async (c) => {
  const { raw } = await readForm(c)
  const { opinion, errors } = readOpinionForm(c.var.locale, raw)
  if (!opinion) return draw(c, { raw, errors })
  return enterPortal(c, async (scope, portal) => {
    const { id, number } = await readPublic(scope, pathId(c))
    await noteOpinion(scope, { id, number }, opinion)
    const text = portalText(scope.locale).articles.thanks
    return go(c, portalHref(portal.key), { kind: 'success', text })
  })
})
