import type { Directory } from '../../../core/access/directory.ts'
import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { locales } from '../../../core/i18n/locale.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseText } from '../../../core/values/text.ts'
import { webFormText } from './messages.ts'
import type { WebForm, WebFormValues } from './web-forms.ts'

/** Reads what a form is to say. */
export function readWebFormForm(
  scope: Scope,
  { departments }: Directory,
  raw: Raw,
): { values: WebFormValues; errors: Errors } {
  const t = webFormText(scope.locale)
  const fields = new Fields(raw, scope.locale)
  const words = (text: string) => parseText(text, { most: 2_000 })
  const language = locales.find((one) => one === raw.language)
  if (!language) fields.refuse('language', t.choose)
  const departmentId = raw.department || null
  if (departmentId && !departments.some(({ id }) => id === departmentId))
    fields.refuse('department', t.choose)
  const values = {
    name: fields.need('name', t.name, parseText, ''),
    language: language ?? 'zh-CN',
    intro: fields.may('intro', words) ?? '',
    consent: fields.need('consent', t.consent, words, ''),
    thanks: fields.may('thanks', words) ?? '',
    departmentId,
  }
  return { values, errors: fields.errors }
}

export const rawWebForm = ({ name, language, intro, consent, thanks, departmentId }: WebForm) => ({
  ...{ name, language, intro, consent, thanks, department: departmentId ?? '' },
})
