import type { Scope } from '../../../../core/scope.ts'
import type { Tab } from '../../../../views/tabs.tsx'
import { tourText } from '../../tours/messages.ts'
import { studioText } from '../messages.ts'

export type StudioRoom = 'courses' | 'tours' | 'health' | 'packs'

/** The rooms of the studio. */
export const studioTabs = ({ locale }: Scope, here: StudioRoom): Tab[] => {
  const t = studioText(locale)
  return [
    { href: '/training/studio', label: t.courses, current: here === 'courses' },
    {
      href: '/training/studio/tours',
      label: tourText(locale).studio.tab,
      current: here === 'tours',
    },
    { href: '/training/studio/health', label: t.health.title, current: here === 'health' },
    { href: '/training/studio/packs', label: t.packs.title, current: here === 'packs' },
  ]
}
