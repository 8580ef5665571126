import { formatDay } from '../i18n/format.ts'
import { coreText } from '../i18n/messages.ts'
import type { Module } from '../module.ts'
import type { Scope } from '../scope.ts'

type Reader = Pick<Scope, 'locale' | 'modules' | 'company'>

/** That a module may only be looked at, how long, and the reason that was given. */
export function sayReadOnly(
  { locale, modules, company }: Reader,
  { id, title }: Pick<Module, 'id' | 'title'>,
): string {
  const t = coreText(locale)
  const why = modules.why(id)
  const name = title[locale]
  if (why?.toLearn) return t.readOnlyUntilLearned(name, String(why.toLearn.length))
  const state = why?.until
    ? t.readOnlyUntil(name, formatDay(company.timeZone, new Date(why.until)))
    : t.readOnly(name)
  return why?.reason ? join(locale, state, t.because(why.reason)) : state
}

/** The same, to somebody who tried to change something. */
export const sayReadOnlyRefusal = (scope: Reader, module: Pick<Module, 'id' | 'title'>): string =>
  join(scope.locale, coreText(scope.locale).nothingChanged, sayReadOnly(scope, module))

/** Chinese sentences follow each other without a space. */
const join = (locale: Scope['locale'], ...sentences: string[]): string =>
  sentences.join(locale === 'en' ? ' ' : '')
