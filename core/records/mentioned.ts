import type { Toast } from '../../views/shell.ts'
import type { Scope } from '../scope.ts'
import type { RecordKind } from './kind.ts'
import { recordText } from './messages.ts'

/** What colleagues are told whom a note on a record of a module calls. */
export const mentionIn = ({ module }: Pick<RecordKind, 'module'>): string => `${module}.mentioned`

/** Says that something was kept, and whom it called in vain. */
export function keptToast(scope: Scope, text: string, untold: readonly string[]): Toast {
  if (untold.length === 0) return { kind: 'success', text }
  const names = new Intl.ListFormat(scope.locale).format(untold)
  return { kind: 'info', text: `${text} ${recordText(scope.locale).pages.notTold(names)}` }
}
