import type { Child } from 'hono/jsx'
import { raw } from 'hono/utils/html'
import type { Locale } from '../core/i18n/locale.ts'
import { viewText } from './messages.ts'
import type { Assets, Theme } from './shell.ts'

type Props = {
  locale: Locale
  theme: Theme
  title: string
  assets: Assets
  /** Class of the body. */
  kind: 'app' | 'bare'
  /** Reload after so many seconds, for a page that waits. */
  refresh?: number
  children?: Child
}

const palettes: Record<Theme, string | undefined> = {
  light: 'crm',
  dark: 'crmdark',
  system: undefined,
}

/**
 * The HTML document. The theme is on the root before the first paint, so nothing flashes; "system"
 * is left to the style sheet. The texts that scripts say are data, because no script is inline.
 */
export const Document = ({ locale, theme, title, assets, kind, refresh, children }: Props) => {
  const t = viewText(locale)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale} dir="ltr" data-theme={palettes[theme]}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} · ${t.productName}`}</title>
          <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
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
