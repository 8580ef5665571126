import type { Scope } from '../../../../core/scope.ts'
import type { Tab } from '../../../../views/tabs.tsx'
import { progressText } from '../messages.ts'

/** The rooms of progress; people are there for who may follow them. */
export function progressTabs({ locale }: Scope, here: 'map' | 'people', follows: boolean): Tab[] {
  const t = progressText(locale)
  const people = { href: '/training/progress/people', label: t.people, current: here === 'people' }
  return [
    { href: '/training/progress', label: t.map, current: here === 'map' },
    ...(follows ? [people] : []),
  ]
}
