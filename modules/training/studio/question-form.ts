import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { type Option, type Question, questionKinds } from '../courses/content.ts'
import { rawTexts, readTexts } from './course-form.ts'
import { studioText } from './messages.ts'
import { isAnswerable } from './warnings.ts'

/** A question has so many options at the most. */
export const mostOptions = 6

/** Reads the form of a question; options that are empty are left out. @param before what is changed */
export function readQuestionForm(
  { locale }: Scope,
  raw: Raw,
  objectives: number,
  before?: Question,
): { question: Question; errors: Errors } {
  const t = studioText(locale)
  const fields = new Fields(raw, locale)
  const kind = questionKinds.find((one) => one === raw.kind) ?? 'single'
  const stem = readTexts(fields, 'stem', 1_000, before?.stem)
  if (!stem.en && !stem['zh-CN']) fields.refuse('stem-zh', t.form.stemNeeded)
  const parse = (text: string) => parseWhole(text, { least: 1, most: Math.max(1, objectives) })
  const options = Array.from({ length: mostOptions }, (_, at): Option => {
    const to = readTexts(fields, `to-${at}`, 500, before?.options[at]?.to)
    return {
      text: readTexts(fields, `option-${at}`, 500, before?.options[at]?.text),
      ...(raw[`right-${at}`] === 'on' && (kind === 'single' || kind === 'several')
        ? { right: true }
        : {}),
      ...(kind === 'match' ? { to } : {}),
    }
  }).filter(({ text }) => text.en || text['zh-CN'])
  const question: Question = {
    ...{ kind, stem, options, critical: raw.critical === 'on' },
    objective: fields.may('objective', parse) ?? 1,
    explanation: readTexts(fields, 'explanation', 2_000, before?.explanation),
  }
  if (!isAnswerable(question)) fields.refuse('option-0-zh', t.form.optionsNeeded)
  return { question, errors: fields.errors }
}

export function rawQuestion(question: Question): Raw {
  const options = question.options.map(({ text, right, to }, at) => ({
    ...rawTexts(`option-${at}`, text),
    ...rawTexts(`to-${at}`, to ?? {}),
    [`right-${at}`]: right ? 'on' : '',
  }))
  return {
    ...Object.assign({}, ...options),
    ...rawTexts('stem', question.stem),
    ...rawTexts('explanation', question.explanation),
    kind: question.kind,
    objective: String(question.objective),
    critical: question.critical ? 'on' : '',
  }
}
