import type { Errors, Raw } from '../../../core/http/form.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { learningText } from '../learning/messages.ts'
import type { Drawn, Given } from './grading.ts'

/** The fields of a question, and of one of its options where each has its own. */
export const fieldOf = (question: string): string => `q-${question}`
export const optionField = (question: string, option: number): string => `q-${question}-${option}`

/** Reads the answers of an attempt; a question without an answer is named, and all typed is kept. */
export function readAnswers(
  drawn: readonly Drawn[],
  raw: Raw,
  all: (name: string) => string[],
  locale: Locale,
): { given: Given; errors: Errors; raw: Raw } {
  const given: Given = {}
  const errors: Errors = {}
  const kept: Raw = { ...raw }
  for (const { id, question } of drawn) {
    const count = question.options.length
    const isOption = (value: number) => Number.isInteger(value) && value >= 0 && value < count
    const placed = question.options.map((_, option) => Number(raw[optionField(id, option)] || -1))
    const chosen =
      question.kind === 'order' || question.kind === 'match'
        ? placed
        : [...new Set(all(fieldOf(id)).map(Number))]
    if (chosen.length === 0 || !chosen.every(isOption))
      errors[fieldOf(id)] = learningText(locale).quiz.unanswered
    given[id] = question.kind === 'order' ? inOrder(placed) : chosen
    if (question.kind === 'several') kept[fieldOf(id)] = chosen.join(',')
  }
  return { given, errors, raw: kept }
}

/** Options in the order of the places they were given; two in one place are in no order. */
function inOrder(places: readonly number[]): number[] {
  if (new Set(places).size !== places.length) return []
  return places.map((_, at) => places.indexOf(at))
}
