import { Fields } from '../../../core/http/fields.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { type Option, type Question, type QuestionKind, questionKinds } from '../courses/content.ts'
import { rawTexts, readTexts } from './course-form.ts'
import { studioText } from './messages.ts'

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
  const written = Array.from({ length: mostOptions }, (_, at) => {
    const to = readTexts(fields, `to-${at}`, 500, before?.options[at]?.to)
    const option: Option = {
      text: readTexts(fields, `option-${at}`, 500, before?.options[at]?.text),
      ...(raw[`right-${at}`] === 'on' && isChoice(kind) ? { right: true } : {}),
      ...(kind === 'match' ? { to } : {}),
    }
    return { at, option }
  }).filter(({ option: { text } }) => text.en || text['zh-CN'])
  const options = written.map(({ option }) => option)
  const question: Question = {
    ...{ kind, stem, options, critical: raw.critical === 'on' },
    objective: fields.may('objective', parse) ?? 1,
    explanation: readTexts(fields, 'explanation', 2_000, before?.explanation),
  }
  refuseOptions(fields, t.form, kind, written)
  return { question, errors: fields.errors }
}

type Wanting = Record<'optionsNeeded' | 'rightNeeded' | 'oneRight' | 'sameOption', string>

/** Says what is wrong with options, beside the one that is. */
function refuseOptions(
  fields: Fields,
  t: Wanting,
  kind: QuestionKind,
  written: readonly { at: number; option: Option }[],
): void {
  if (written.length < 2) {
    fields.refuse('option-0-zh', t.optionsNeeded)
    return
  }
  for (const [place, { at, option }] of written.entries())
    for (const [locale, short] of [['zh-CN', 'zh'] as const, ['en', 'en'] as const]) {
      const text = option.text[locale]
      const above = written.slice(0, place).map((one) => one.option.text[locale])
      if (text && above.includes(text)) fields.refuse(`option-${at}-${short}`, t.sameOption)
    }
  if (!isChoice(kind)) return
  const right = written.filter(({ option }) => option.right)
  const [first, second] = right
  if (!first)
    fields.refuse(`right-${written[0]?.at ?? 0}`, kind === 'single' ? t.oneRight : t.rightNeeded)
  else if (second && kind === 'single') fields.refuse(`right-${second.at}`, t.oneRight)
}

const isChoice = (kind: QuestionKind): boolean => kind === 'single' || kind === 'several'

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
