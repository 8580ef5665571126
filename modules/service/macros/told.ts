import type { TimelineKind } from '../../../core/module.ts'
import { macroText } from './messages.ts'

/** How it reads in a ticket's timeline that a macro was used. */
export const macroLine: TimelineKind<'service'> = {
  kind: 'service.macro-used',
  icon: 'bolt',
  tell: ({ locale }, { name }) => macroText(locale).used(String(name)),
}
