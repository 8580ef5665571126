import { type Locale, locales, type PerLocale } from '../../../core/i18n/locale.ts'
import { webFormText } from './messages.ts'
import type { WebForm } from './web-forms.ts'

/** Each language by its own name, which its readers know whatever else they read. */
export const languageNames: PerLocale = { 'zh-CN': '中文', en: 'English' }

/** A form as somebody reads it: `reads` is the language of all that the company did not write itself. */
export type ReadForm = WebForm & {
  reads: Locale
  /** Of the words agreed to: those we propose are there in every language. */
  consentIn: Locale
}

/** A form for a reader of a language. What its company wrote stays as it was written. */
export function formIn(reads: Locale, form: WebForm): ReadForm {
  const isUsual = locales.some((one) => webFormText(one).consentUsual === form.consent)
  return isUsual
    ? { ...form, reads, consentIn: reads, consent: webFormText(reads).consentUsual }
    : { ...form, reads, consentIn: form.language }
}
