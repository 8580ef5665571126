import type { Child } from 'hono/jsx'
import type { Locale } from '../core/i18n/locale.ts'
import { Document } from './document.tsx'
import { viewText } from './messages.ts'
import type { Assets, Banner, Theme, Toast } from './shell.ts'
import { Banners, ToastRegion } from './toasts.tsx'

type Props = {
  locale: Locale
  theme?: Theme
  title: string
  assets: Assets
  /** Where the page is in the other language, usually itself with ?lang=. */
  otherLanguageHref?: string
  banners?: readonly Banner[]
  toasts?: readonly Toast[]
  refresh?: number
  /** A wider card, for set-up and checklists. */
  wide?: boolean
  /** Whose page it is, where that is not the product's: it stands at the top, and the page is wider. */
  brand?: string
  children?: Child
}

/** A page outside the shell (sign-in, set-up, errors): one card in the middle, and the brand. */
export const BarePage = ({ children, otherLanguageHref, wide, brand, ...page }: Props) => {
  const t = viewText(page.locale)
  const other = page.locale === 'en' ? 'zh-CN' : 'en'
  return (
    <Document {...page} brand={brand} theme={page.theme ?? 'system'} kind="bare">
      <a class="skip" href="#main">
        {t.shell.skip}
      </a>
      <Banners t={t.shell} banners={page.banners} />
      <header class="brand">
        <span class="mark" aria-hidden="true">
          {brand ? [...brand][0] : page.locale === 'en' ? 'S' : '循'}
        </span>
        {brand ?? t.productName}
      </header>
      <main id="main" tabindex={-1} class={wide || brand ? 'wide' : undefined}>
        {children}
      </main>
      {otherLanguageHref && (
        <footer>
          <a href={otherLanguageHref} lang={other} hreflang={other}>
            {other === 'en' ? 'English' : '中文'}
          </a>
        </footer>
      )}
      <ToastRegion t={t.shell} toasts={page.toasts ?? []} />
    </Document>
  )
}
