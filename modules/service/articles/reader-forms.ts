import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { articleText } from './messages.ts'
import type { Helped } from './opinions.ts'

/** Reads what is new in a version; it may be left out. */
export function readPublishNote({ locale }: { locale: Locale }, raw: Raw) {
  const { text, errors } = readOptional(locale, raw, 'note', 500)
  return { note: text, errors }
}

/** Reads whether an article helped, as colleagues and customers say it. */
export function readOpinionForm(
  locale: Locale,
  raw: Raw,
): { opinion?: { helped: Helped; comment: string }; errors: Errors } {
  const { text: comment, errors } = readOptional(locale, raw, 'comment', 1000)
  const { helped } = raw
  if (helped !== 'yes' && helped !== 'no') errors.helped = articleText(locale).opinions.choose
  if (Object.keys(errors).length > 0) return { errors }
  return { opinion: { helped: helped as Helped, comment }, errors }
}

function readOptional(locale: Locale, raw: Raw, name: string, most: number) {
  const errors: Errors = {}
  const typed = raw[name] ?? ''
  if (typed.trim() === '') return { text: '', errors }
  const parsed = parseText(typed, { most })
  if (!parsed.ok) errors[name] = sayProblem(parsed.problem, locale)
  return { text: parsed.ok ? parsed.value : '', errors }
}
