import { Hono } from 'hono'
import type { Site } from '../../../core/http/site.ts'
import { publicArticleRoutes } from '../articles/public-routes.tsx'
import { openRatingRoutes } from '../ratings/open-routes.tsx'
import { openFormRoutes } from '../webforms/open-routes.tsx'

/** What customers find without signing in, all of it below /portal. */
export const openRoutes = new Hono<Site>()

openRoutes.route('/forms', openFormRoutes)
openRoutes.route('/:key/articles', publicArticleRoutes)
openRoutes.route('/ratings', openRatingRoutes)
