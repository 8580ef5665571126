import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { parseText } from '../../../core/values/text.ts'
import { type CourseContent, type Texts, usualPass } from '../courses/content.ts'
import { retold } from '../courses/retelling.ts'
import { studioText } from './messages.ts'

export const emptyCourse: CourseContent = {
  ...{ title: {}, objectives: {}, minutes: 20, validMonths: null, pass: usualPass, lessons: [] },
}

/**
 * A text in both languages out of two fields, `title-zh` and `title-en`; what is empty is left out.
 * @param before what stood there: who changes one language alone leaves the other one older, until
 * `title-right` says that it holds all the same
 */
export function readTexts(fields: Fields, name: string, most: number, before?: Texts): Texts {
  const parse = (text: string) => parseText(text, { most })
  const [zh, en] = [fields.may(`${name}-zh`, parse), fields.may(`${name}-en`, parse)]
  const isRight = fields.may(`${name}-right`, (text) => ({ ok: true, value: text === 'on' }))
  const now = { ...(zh ? { 'zh-CN': zh } : {}), ...(en ? { en } : {}) }
  return retold(before, now, isRight === true)
}

/** The same as its fields post it. */
export const rawTexts = (name: string, texts: Texts): Raw => ({
  [`${name}-zh`]: texts['zh-CN'] ?? '',
  [`${name}-en`]: texts.en ?? '',
  ...(texts.stale ? { [staleField(name)]: texts.stale } : {}),
})

/** Carries along in forms which of two texts is older. */
export const staleField = (name: string): string => `${name}-older`

/** Reads what a course is about: title, objectives, minutes, validity, and when it is passed. */
export function readFacts(
  { locale }: Scope,
  raw: Raw,
  before: CourseContent,
): { draft: CourseContent; errors: Errors } {
  const t = studioText(locale)
  const fields = new Fields(raw, locale)
  const title = readTexts(fields, 'title', 120, before.title)
  if (!title.en && !title['zh-CN']) fields.refuse('title-zh', t.form.titleNeeded)
  const whole = (name: string, label: string, least: number, most: number, usual: number) =>
    fields.need(name, label, (text) => parseWhole(text, { least, most }), usual)
  const draft: CourseContent = {
    ...before,
    title,
    objectives: readTexts(fields, 'objectives', 2_000, before.objectives),
    minutes: whole('minutes', t.form.minutes, 1, 600, before.minutes),
    validMonths: fields.may('validMonths', (text) => parseWhole(text, { least: 1, most: 120 })),
    pass: {
      percent: whole('percent', t.form.percent, 1, 100, before.pass.percent),
      attempts: whole('attempts', t.form.attempts, 1, 20, before.pass.attempts),
      waitHours: whole('waitHours', t.form.waitHours, 0, 720, before.pass.waitHours),
    },
  }
  return { draft, errors: fields.errors }
}

export const rawFacts = (draft: CourseContent): Raw => ({
  ...rawTexts('title', draft.title),
  ...rawTexts('objectives', draft.objectives),
  minutes: String(draft.minutes),
  validMonths: draft.validMonths === null ? '' : String(draft.validMonths),
  percent: String(draft.pass.percent),
  attempts: String(draft.pass.attempts),
  waitHours: String(draft.pass.waitHours),
})

/** A code as it is written on certificates: letters, digits and hyphens. */
export function readCode(fields: Fields, raw: Raw, scope: Scope): string {
  const code = (raw.code ?? '').normalize('NFKC').trim().toUpperCase()
  if (!/^[A-Z0-9][A-Z0-9-]{1,19}$/.test(code))
    fields.refuse('code', studioText(scope.locale).form.codeWrong)
  return code
}
