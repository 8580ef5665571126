import type { Scope } from '../../../../core/scope.ts'
import type { Tab } from '../../../../views/tabs.tsx'
import { studioText } from '../messages.ts'

export type StudioRoom = 'courses'

/** The rooms of the studio. */
export const studioTabs = ({ locale }: Scope, here: StudioRoom): Tab[] => [
  {
    href: '/training/studio',
    label: studioText(locale).courses,
    current: here === 'courses',
  },
]
