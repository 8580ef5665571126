import { searchText } from '../../values/names.ts'

/** Keys under which a book finds records; what kind of key it is stands in front. */
export const codeKey = (code: string): string => `code ${code}`
export const nameKey = (name: string): string => `name ${searchText(name)}`
export const mailKey = (email: string): string => `mail ${email.toLowerCase()}`
export const phoneKey = (e164: string): string => `phone ${e164}`
