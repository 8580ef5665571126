import type { Child } from 'hono/jsx'
import { raw } from 'hono/utils/html'
import type { Locale } from '../core/i18n/locale.ts'
import { viewText } from './messages.ts'
import type { Assets, Theme } from './shell.ts'

type Props = {
  locale: Locale
  theme: Theme
  title: string
  /** Whose page it is, where that is not the product's. */
  brand?: string
  assets: Assets
  /** Class of the body. */
  kind: 'app' | 'bare'
  /** Reload after so many seconds, for a page that waits. */
  refresh?: number
  children?: Child
}

/**
 * htmx 4's settings. It reads some of them only from the page. Errors that hold no form to fill
 * again are said, not swapped (client/htmx.ts); going back reloads, so nothing stale is shown; no
 * style sheet is injected; no second attribute prefix; no extension but the one that refuses code.
 */
const htmxConfig = JSON.stringify({
  prefix: '',
  extensions: 'no-code',
  history: 'reload',
  includeIndicatorCSS: false,
  defaultTimeout: 30_000,
  defaultSwap: 'outerHTML show:none',
  noSwap: [204, 304, 400, 401, 403, 404, 405, 410, 413, 415, 429, '5xx'],
})

/**
 * The HTML document. The theme is on the root before the first paint, so nothing flashes; "system"
 * is left to the style sheet. The texts that scripts say are data, because no script is inline.
 */
export const Document = ({ locale, theme, title, brand, ...page }: Props) => {
  const { assets, kind, refresh, children } = page
  const t = viewText(locale)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale} dir="ltr" data-theme={theme === 'system' ? undefined : theme}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} · ${brand ?? t.productName}`}</title>
          <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
          <meta name="htmx-config" content={htmxConfig} />
          {refresh && <meta http-equiv="refresh" content={String(refresh)} />}
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={assets.css} />
          <script src={assets.js} defer></script>
        </head>
        <body class={kind} data-texts={JSON.stringify(t.client)}>
          {children}
        </body>
      </html>
    </>
  )
}
