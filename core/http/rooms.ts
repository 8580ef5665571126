import type { IconName } from '../../views/icon.tsx'
import type { PerLocale } from '../i18n/locale.ts'

/** One page of the console that the sidebar leads to, for those who have its permission. */
export type Room = {
  href: `/${string}`
  icon: IconName
  title: PerLocale
  /** Left out where everybody who is signed in may come in. */
  permission?: string
  /** Whoever has this permission has a wider room for the same. */
  unless?: string
  /** Stands in the sidebar on every page; the others only while somebody is in the console. */
  front?: true
}
