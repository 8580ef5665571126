import type { Scope } from '../../../core/scope.ts'
import { type Markup, markup } from '../../../views/markup.ts'
import { pill } from '../../../views/pill.tsx'
import { contactsText } from '../messages.ts'
import { today } from '../tasks/days.ts'

/** Until when somebody's data are kept; once that day has passed, it says so. */
export const retentionText = (scope: Scope, until: string, shown: string): Markup | string =>
  until < today(scope)
    ? markup`${shown} ${pill(contactsText(scope.locale).people.retentionOver, 'red')}`
    : shown
