import { Hono } from 'hono'
import { allowStrangers } from '../../../core/http/allow.ts'
import { notFound } from '../../../core/http/refusal.ts'
import type { Site } from '../../../core/http/site.ts'
import { publicArticleRoutes } from '../articles/public-routes.tsx'
import { openRatingRoutes } from '../ratings/open-routes.tsx'
import { openFormRoutes } from '../webforms/open-routes.tsx'
import { enterPortal } from './entering.ts'

/** What customers find without signing in, all of it below /portal. */
export const openRoutes = new Hono<Site>()

openRoutes.route('/forms', openFormRoutes)
openRoutes.route('/:key/articles', publicArticleRoutes)
openRoutes.route('/ratings', openRatingRoutes)

// Whatever else somebody types there is nothing, said in the name of whose pages they are.
openRoutes.get('/:key/*', allowStrangers, (c) =>
  enterPortal(c, async () => {
    throw notFound()
  }),
)
