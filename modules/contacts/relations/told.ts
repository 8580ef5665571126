import type { PerLocale } from '../../../core/i18n/locale.ts'
import type { Scope } from '../../../core/scope.ts'
import { relationsText } from './messages.ts'

/** What a timeline says of a relation; undefined when the link is no relation but somebody's work. */
export const toldRelation = (
  { locale }: Scope,
  deed: 'linked' | 'unlinked',
  { relation }: Record<string, unknown>,
): string | undefined =>
  relation ? relationsText(locale)[deed]((relation as PerLocale)[locale]) : undefined
