import { fileType } from '../attachments/file-type.ts'
import { printSize } from '../attachments/size.ts'
import { Fields } from '../http/fields.ts'
import type { Errors, Raw } from '../http/form.ts'
import { isPrintable } from '../print/picture.ts'
import type { Scope } from '../scope.ts'
import { parseEmail } from '../values/email.ts'
import { parseText } from '../values/text.ts'
import type { LetterheadTexts, NewLogo } from './letterhead.ts'
import { letterheadText } from './messages.ts'

/** The largest logo, in bytes: it goes into every paper. */
export const largestLogo = 500 * 1024

/** Reads the form of the letterhead. @param file what was chosen as a logo, if anything was */
export async function readLetterheadForm(
  scope: Scope,
  raw: Raw,
  file: File | undefined,
): Promise<{ texts: LetterheadTexts; logo: NewLogo; errors: Errors }> {
  const fields = new Fields(raw, scope.locale)
  const line = (name: string, most = 100) =>
    fields.may(name, (text) => parseText(text, { most })) ?? ''
  const texts: LetterheadTexts = {
    nameZh: line('nameZh'),
    nameEn: line('nameEn'),
    addressZh: line('addressZh', 200),
    addressEn: line('addressEn', 200),
    phone: line('phone', 60),
    email: fields.may('email', parseEmail) ?? '',
    website: line('website'),
    bank: line('bank'),
    bankAccount: line('bankAccount', 60),
    taxNumber: line('taxNumber', 40),
  }
  const logo = file ? await readLogo(scope, fields, file) : raw.dropLogo ? null : undefined
  return { texts, logo, errors: fields.errors }
}

async function readLogo(scope: Scope, fields: Fields, file: File): Promise<NewLogo> {
  const t = letterheadText(scope.locale)
  if (file.size > largestLogo) {
    fields.refuse('logo', t.largeLogo(printSize(scope.locale, largestLogo)))
    return undefined
  }
  const bytes = Buffer.from(await file.arrayBuffer())
  const type = fileType(bytes, file.name)
  if (type !== 'image/png' && type !== 'image/jpeg') fields.refuse('logo', t.badLogo)
  else if (!(await isPrintable(bytes))) fields.refuse('logo', t.brokenLogo)
  return bytes
}
