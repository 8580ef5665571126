import type { Raw } from '../../../core/http/form.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import type { DiffField } from '../../../views/diff.tsx'
import {
  type LessonKind,
  lessonKinds,
  type QuestionKind,
  questionKinds,
} from '../courses/content.ts'
import { learningText } from '../learning/messages.ts'
import { progressText } from '../progress/messages.ts'
import { staleField } from './course-form.ts'
import { studioText } from './messages.ts'

/** What a field of the studio’s forms is called, as its form calls it. */
export function fieldLabel(locale: Locale, name: string, isLesson: boolean): string {
  const { form, name: ofCourse, lessonName, critical, languages } = studioText(locale)
  const title = isLesson ? lessonName : ofCourse
  const [, base = name, at, language] = /^([a-zA-Z]+)(?:-(\d+))?(?:-(zh|en))?$/.exec(name) ?? []
  const words: Record<string, unknown> = { ...form, title, critical, option: form.text }
  const label = typeof words[base] === 'string' ? words[base] : base
  const option = at === undefined ? undefined : form.option(formatNumber(locale, Number(at) + 1))
  const spoken = language && languages[language === 'zh' ? 'zh-CN' : 'en']
  return [option, label, spoken].filter(Boolean).join(' · ')
}

/** A value as people read it, where it is a key or a tick. */
function sayValue(locale: Locale, name: string, value: string): string {
  const yes = progressText(locale)
  if (/^(required|critical|right-\d+)$/.test(name)) return value === 'on' ? yes.yes : yes.no
  if (name === 'objective') return studioText(locale).objective(value)
  if (name !== 'kind') return value
  const isLesson = lessonKinds.some((one) => one === value)
  if (isLesson) return learningText(locale).kinds[value as LessonKind]
  const isQuestion = questionKinds.some((one) => one === value)
  return isQuestion ? studioText(locale).kinds[value as QuestionKind] : value
}

/** Both sides of a form that somebody else saved meanwhile, in words. */
export const conflictFields = (locale: Locale, theirs: Raw, yours: Raw): DiffField[] =>
  named({ ...theirs, ...yours }).map((name) => {
    const [other, own] = [theirs[name] ?? '', yours[name] ?? '']
    return {
      ...{ name, label: fieldLabel(locale, name, 'required' in theirs), theirs: other, yours: own },
      shown: { theirs: sayValue(locale, name, other), yours: sayValue(locale, name, own) },
    }
  })

/** Which of two texts is older is no text of its own. */
const named = (raw: Raw): string[] =>
  Object.keys(raw).filter((name) => name !== staleField(name.replace(/-older$/, '')))
