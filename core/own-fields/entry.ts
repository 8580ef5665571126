import { type Money, plainMoney } from '../values/money.ts'
import { searchText } from '../values/names.ts'
import type { OwnField } from './own-field.ts'

/** One typed index entry of a value; `item` tells the choices of one value apart. */
export type Entry = { item?: string; text?: string; number?: number; day?: string }

/** By which column of its entries a field is sorted; a field that has none cannot be. */
export const sortColumns = {
  text: 'text',
  number: 'number',
  money: 'number',
  date: 'day',
  choice: 'number',
  yes_no: 'number',
  link: 'text',
} as const

/** What lists filter and sort a value by. Long texts and files are in none of them. */
export function entriesOf({ own }: OwnField, value: unknown): Entry[] {
  if (value === null || value === undefined) return []
  const placeOf = (key: unknown) => own.choices.findIndex((choice) => choice.key === key)
  switch (own.kind) {
    case 'text':
    case 'link':
      return [{ text: searchText(String(value)) }]
    case 'number':
      return [{ text: String(value), number: Number(value) }]
    case 'money': {
      const money = value as Money
      return [{ text: money.currency, number: Number(plainMoney(money)) }]
    }
    case 'date':
      return [{ day: String(value) }]
    case 'choice':
      return [{ text: String(value), number: placeOf(value) }]
    case 'multi_choice':
      return (value as string[]).map((key) => ({ item: key, text: key }))
    case 'yes_no':
      return [{ text: value ? 'yes' : 'no', number: value ? 1 : 0 }]
    case 'person':
      return [{ text: String(value) }]
    case 'long_text':
    case 'file':
      return []
  }
}
