import type { Scope } from '../../core/scope.ts'
import type { Toast } from '../../views/shell.ts'
import { contactsText } from './messages.ts'

/** What colleagues are told whom a note or a follow-up calls. */
export const mentioned = 'contacts.mentioned'

/** Says that something was kept, and whom it called in vain. */
export function keptToast(scope: Scope, text: string, untold: readonly string[]): Toast {
  if (untold.length === 0) return { kind: 'success', text }
  const names = new Intl.ListFormat(scope.locale).format(untold)
  return { kind: 'info', text: `${text} ${contactsText(scope.locale).notTold(names)}` }
}
