import { Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { readForm } from '../../../core/http/form.ts'
import { ownPath } from '../../../core/http/own-path.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { placeFrom } from '../help/place.ts'
import { learn } from '../permissions.ts'
import { tourText } from './messages.ts'
import { offerTour, replies, replyToOffer } from './offering.ts'
import { playerOf, storyOf } from './story.ts'
import { TourOffer } from './views/offer.tsx'

/** Tours that nobody asked for: asked about by the page, once it has been quiet for a while. */
export const offerRoutes = new Hono<Site>()

const learner = allow(learn)

offerRoutes.post('/tours/offers', learner, async (c) => {
  const { scope, product } = c.var
  const { registry } = product
  const { raw } = await readForm(c)
  const path = placeFrom(ownPath(raw.at)) ?? '/'
  const tour = await offerTour(scope, registry, path)
  if (!tour) return c.body(null, 204)
  const story = storyOf({ scope, registry, player: playerOf(product) }, tour)
  const page = <TourOffer locale={scope.locale} told={{ tour, story }} path={path} />
  return c.render(page, { title: tourText(scope.locale).list.title })
})

offerRoutes.post('/tours/offers/reply', learner, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const reply = replies.find((one) => one === raw.reply)
  if (reply) await replyToOffer(scope, raw.code ?? '', reply)
  return go(c, ownPath(raw.at))
})
