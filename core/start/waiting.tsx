import { Hono } from 'hono'
import { BarePage } from '../../views/bare-page.tsx'
import { ErrorPage } from '../../views/error-page.tsx'
import { viewText } from '../../views/messages.ts'
import { readAssets, serveAsset } from '../http/assets.ts'
import { ownHeaders } from '../http/headers.ts'
import type { Site } from '../http/site.ts'
import { localeOf } from '../i18n/locale.ts'

const plain = '稍候片刻，系统马上就好。\nOne moment, we are just getting ready.\n'

/** Seconds until a browser asks again by itself. */
const again = 2

/**
 * What is answered while there is nothing to serve: a page for people, in the look of all others,
 * and two lines for programs. Its files come from memory, since the database may be what is away.
 * @param secure whether people come by https
 */
export async function openWaitingRoom(secure: boolean): Promise<Hono<Site>> {
  const assets = readAssets()
  const headers = await ownHeaders(secure)
  const named = {
    css: `/assets/${assets.names['app.css']}`,
    js: `/assets/${assets.names['app.js']}`,
  }
  const serve = serveAsset(assets)
  const room = new Hono<Site>()
  room.get('/assets/:file', (c, next) =>
    assets.files.has(c.req.param('file')) ? serve(c, next) : next(),
  )
  room.all('*', (c) => {
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    c.header('Cache-Control', 'no-store')
    c.header('Retry-After', String(again))
    if (c.req.method === 'GET') c.header('Refresh', String(again))
    if (!/\btext\/html\b/.test(c.req.header('accept') ?? '')) return c.text(plain, 503)
    const locale = localeOf(c.req.header('accept-language'))
    const t = viewText(locale).errors
    const page = (
      <BarePage locale={locale} title={t.away.title} assets={named}>
        <ErrorPage t={t} status={503} />
      </BarePage>
    )
    return c.html(page, 503)
  })
  return room
}
