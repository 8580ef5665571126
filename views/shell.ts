import type { Locale } from '../core/i18n/locale.ts'
import type { IconName } from './icon.tsx'

export type Theme = 'light' | 'dark' | 'system'

/** One entry of the sidebar. It is the current one on its own page and on every page below. */
export type NavItem = {
  href: string
  label: string
  icon: IconName
  /** What waits there, shown when above 0. */
  count?: number
  /** Current on exactly this page only, as / must be. */
  exact?: boolean
  /** data-tour id, for tours that point at the entry. */
  tour?: string
}

export type NavGroup = { label?: string; items: readonly NavItem[] }

/** Something everybody on the page must know, above the content. */
export type Banner = {
  kind: 'warning' | 'danger' | 'info'
  text: string
  action?: { href: string; label: string }
}

/** A short message about what just happened. */
export type Toast = {
  kind: 'success' | 'info' | 'danger'
  text: string
  /** A way on or back, e.g. Undo. */
  action?: { href: string; label: string }
}

/** The built files' addresses; they carry a hash of the content, so browsers keep them. */
export type Assets = { css: string; js: string }

/** All that stands around a page of somebody who is signed in. */
export type Shell = {
  locale: Locale
  theme: Theme
  companyName: string
  userId: string
  userName: string
  /** What the person is, under the name in the menu: 管理员 · 销售部. */
  userNote?: string
  /** The request's path without its query. */
  path: string
  nav: readonly NavGroup[]
  canSearch: boolean
  /** The way to help about this page, which opens beside it; and where to ask what to offer on it. */
  help?: { href: string; label: string; offers?: string | undefined } | undefined
  /** Notifications nobody has looked at yet. */
  unread: number
  assets: Assets
  /** Where to say that this page blocks one, while what it belongs to is tried. */
  blocked?: { href: string; label: string } | undefined
  banners?: readonly Banner[]
  toasts?: readonly Toast[]
}
