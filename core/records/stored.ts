import type { Phone } from '../values/phone.ts'

/** A related record as others name it. */
export type Named = { id: string; name: string }

/** Empty texts are stored as '', since lists page by them; people see nothing filled in. */
export const filled = (text: string): string | null => (text === '' ? null : text)

/** Only the text and the number it stands for are stored; the digits follow from them. */
export const phoneFrom = (text: string, e164: string | null): Phone | null =>
  text === '' ? null : { text, e164, digits: (e164 ?? text).replaceAll(/\D/g, '') }

/** What a phone is found by a part of: as dialled from abroad, and as it is written. */
export const digitsOf = (phone: Phone | null): string | null =>
  phone && [phone.digits, phone.text.replaceAll(/\D/g, '')].join('\n')
