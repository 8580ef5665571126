import { Hono } from 'hono'
import { raw } from 'hono/utils/html'
import { allowAll, allowStrangers } from '../http/allow.ts'
import type { Site } from '../http/site.ts'
import { apiText } from './messages.ts'
import { allResources, offeredResources } from './offered.ts'
import { describeApi } from './openapi.ts'

const place = '/v1/openapi.json'

/**
 * What strangers may read: how the API works on every install of this product, which is no secret,
 * and a page that shows it. Nothing of a company stands there.
 */
export const publicDocs = new Hono<Site>()

publicDocs.get(place, allowStrangers, async (c, next) => {
  if (c.req.header('authorization')) return next()
  const { product, locale } = c.var
  return c.json(await describeApi(allResources(product.registry), locale))
})

publicDocs.get('/v1/docs', allowStrangers, (c) => {
  const { product, locale } = c.var
  const { names } = product.files
  return c.html(
    <>
      {raw('<!doctype html>')}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{apiText(locale).docs.title}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={`/assets/${names['api-docs.css']}`} />
          <script src={`/assets/${names['api-docs.js']}`} defer></script>
        </head>
        <body>
          <main id="api-docs" data-description={`/api${place}`}></main>
        </body>
      </html>
    </>,
  )
})

/** The description for one person: the resources they reach, with the fields of their company. */
export const ownDocs = new Hono<Site>()

ownDocs.get(place, allowAll, async (c) => {
  const { product, locale, scope } = c.var
  return c.json(await describeApi(offeredResources(product.registry, scope), locale, scope))
})
