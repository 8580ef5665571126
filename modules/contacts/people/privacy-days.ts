import { today } from '../../../core/calendar/reading.ts'
import type { Errors } from '../../../core/http/form.ts'
import { labelled } from '../../../core/i18n/punctuation.ts'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { contactsText } from '../messages.ts'
import { type PrivacyValues, privacyFields } from './privacy-fields.ts'

type Days = Pick<PrivacyValues, 'noticedOn' | 'retainUntil'>

/**
 * What contradicts itself in the days on which somebody was told and until which their data are kept,
 * as a sentence for each field. Retention may have ended already: old data come in to be looked over.
 * @param before the days on record; what nobody changes is left in peace
 */
export function refuseDays(
  scope: Scope,
  { noticedOn, retainUntil }: Days,
  before?: Partial<Days>,
): Errors {
  const t = contactsText(scope.locale).people
  const isNew = noticedOn !== (before?.noticedOn ?? null)
  const isMoved = isNew || retainUntil !== (before?.retainUntil ?? null)
  const errors: Errors = {}
  if (isNew && noticedOn && noticedOn > today(scope))
    errors.noticedOn = say(scope, 'noticedOn', t.noticeAhead)
  if (isMoved && noticedOn && retainUntil && retainUntil < noticedOn)
    errors.retainUntil = say(
      scope,
      'retainUntil',
      t.retainedBeforeNotice(printDate(noticedOn, scope.locale)),
    )
  return errors
}

const say = ({ locale }: Scope, name: keyof Days, sentence: string): string => {
  const field = privacyFields.find(({ field }) => field === name)
  return labelled(locale, field?.label[locale] ?? name, sentence)
}
