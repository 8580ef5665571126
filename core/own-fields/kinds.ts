import type { Colleague } from '../access/directory.ts'
import { type AnyField, day, money, prose, text, website } from '../fields/field.ts'
import type { Locale } from '../i18n/locale.ts'
import { parseNumber, printNumber } from '../values/number.ts'
import { refused } from '../values/parsed.ts'
import { parseWebAddress } from '../values/web-address.ts'
import { parseYesNo, printYesNo } from '../values/yes-no.ts'
import { choiceValues } from './choices.ts'
import { colleagueValues } from './colleagues.ts'
import type { OwnChoice } from './definition.ts'
import { fileValues } from './files.ts'

/** What an own field can hold, in the order in which they are offered. */
export const ownKinds = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'choice',
  'multi_choice',
  'yes_no',
  'link',
  'person',
  'file',
] as const
export type OwnKind = (typeof ownKinds)[number]

/** Kinds a value of which can be asked to be nobody else's. */
export const uniqueKinds: readonly OwnKind[] = ['text', 'number', 'date', 'link']

/** Kinds whose values are chosen from a list that belongs to the field. */
export const choiceKinds: readonly OwnKind[] = ['choice', 'multi_choice']

/** A longer one has no place in an index. */
const longestLink = 600

type Parts = Pick<
  AnyField,
  'kind' | 'parse' | 'print' | 'raw' | 'options' | 'cell' | 'amounts' | 'typed' | 'example'
>

/**
 * How values of a kind are read and printed. As stored: text, canonical decimal text for numbers,
 * minor units and currency, ISO days, keys of choices, true or false, ids of people, and of a file
 * that lies on the record its id and name.
 */
export function partsOf(
  kind: OwnKind,
  choices: readonly OwnChoice[],
  colleagues: readonly Colleague[],
): Parts {
  switch (kind) {
    case 'text':
      return { ...text(300), example: '' }
    case 'long_text':
      return { ...prose, example: '' }
    case 'number':
      return {
        kind: 'number',
        typed: true,
        parse: (typed) => parseNumber(typed),
        print: (value: string, locale) => printNumber(value, locale),
        cell: (value: string) => value,
        example: '1.2万',
      }
    case 'money':
      return { ...money, example: '1200万' }
    case 'date':
      return { ...day, example: '2026-03-05' }
    case 'choice':
    case 'multi_choice':
      return choiceValues(choices, kind === 'multi_choice')
    case 'yes_no':
      return yesNo
    case 'link':
      return { ...website, parse: parseLink, example: 'www.example.com' }
    case 'person': {
      const { parse, print, options } = colleagueValues(colleagues)
      return { kind: 'person', parse, print, options: () => options, raw: same, example: '' }
    }
    case 'file':
      return fileValues
  }
}

const same = (value: string): string => value

function parseLink(typed: string) {
  const parsed = parseWebAddress(typed)
  if (parsed.ok && parsed.value.length > longestLink)
    return refused('tooLong', longestLink, parsed.value.length)
  return parsed
}

const yesNo: Parts = {
  kind: 'select',
  parse: parseYesNo,
  print: printYesNo,
  raw: (value: boolean) => (value ? 'yes' : 'no'),
  options: (locale: Locale) => [
    { value: 'yes', label: printYesNo(true, locale) },
    { value: 'no', label: printYesNo(false, locale) },
  ],
  example: '是',
}
