import type { Child } from 'hono/jsx'
import { Document } from './document.tsx'
import { Icon } from './icon.tsx'
import { viewText } from './messages.ts'
import { PaletteDialog } from './palette.tsx'
import type { Shell } from './shell.ts'
import { Sidebar } from './sidebar.tsx'
import { Banners, ToastRegion } from './toasts.tsx'

export type { Banner, NavGroup, NavItem, Shell, Theme, Toast } from './shell.ts'

type Props = {
  shell: Shell
  /** For the window's title; the page draws its own heading with PageHead. */
  title: string
  children?: Child
}

/** A page of somebody who is signed in: sidebar (a drawer on phones), content, messages. */
export const Layout = ({ shell, title, children }: Props) => {
  const t = viewText(shell.locale)
  return (
    <Document {...shell} title={title} kind="app">
      <a class="skip" href="#main">
        {t.shell.skip}
      </a>
      <Sidebar shell={shell} t={t.shell} />
      <div class="stage">
        <Banners t={t.shell} banners={shell.banners} />
        <button type="button" class="ghost-icon drawer-button" popovertarget="sidebar">
          <Icon name="menu-2" size="large" />
          <span class="sr-only">{t.shell.menu}</span>
        </button>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        {shell.blocked && (
          <p class="blocked-line">
            <a href={shell.blocked.href} data-testid="blocked">
              <Icon name="alert-circle" />
              {shell.blocked.label}
            </a>
          </p>
        )}
      </div>
      {shell.canSearch && <PaletteDialog t={t.palette} />}
      <ToastRegion t={t.shell} toasts={shell.toasts ?? []} />
      <p id="announcer" class="sr-only" role="status"></p>
    </Document>
  )
}
