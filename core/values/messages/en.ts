import type { PerLocale } from '../../i18n/locale.ts'

const most = 8

const listedFirst = (labels: readonly PerLocale[]): string => {
  const shown = labels.slice(0, most).map((label) => label.en)
  return `${shown.join(', ')}${labels.length > most ? ' …' : ''}`
}

/** What is wrong with a typed value, and the cure. */
export const en = {
  missing: 'This is needed; please fill it in.',
  hasNul: 'This contains an invisible NUL character; delete it and type the text again.',
  brokenCharacter: 'This contains half a character; delete the odd sign and type it again.',
  tooLong: (most: number, length: number) =>
    `This may have up to ${most} characters and has ${length}; please shorten it.`,
  notANumber: 'This is not a number; write it like 1,234.56 or 1.2万.',
  tooManyDigits: (most: number) => `A number may have up to ${most} digits; please round it.`,
  notWhole: 'This must be a whole number, for example 12.',
  tooManyDecimals: (most: number) =>
    most === 0
      ? 'This amount has no decimals; write a whole number.'
      : `Up to ${most} decimals are kept; please round it.`,
  tooSmall: (least: number) => `This must be ${least} or more.`,
  tooLarge: (most: number) => `This must be ${most} or less.`,
  notAYear: 'This is not a year; write four digits, for example 2008.',
  notMoney: 'This is not an amount of money; write it like ¥1,200 or 1.2万元 or USD 99.50.',
  otherCurrency: (currency: string) =>
    `Amounts are kept in ${currency} here; convert it and write it in ${currency}.`,
  notADate: 'This is not a date; write it like 2026-03-05 or 5 Mar 2026.',
  noSuchDay: 'The calendar has no such day; check the day and the month.',
  shortYear: 'Write the year with four digits, for example 2026-03-05.',
  ambiguousDate: (one: string, other: string) =>
    `This can mean ${one} or ${other}; write the year first, or say in which order the column is.`,
  roundedBySpreadsheet:
    'A spreadsheet has rounded this number and lost digits; format the column as text there, ' +
    'enter it again and save.',
  mobileLength: (digits: number) =>
    `A mobile number has 11 digits and this has ${digits}; write it like 138 1234 5678.`,
  notAPhone: 'This is not a phone number; write it like 138 1234 5678 or +1 415 555 2671.',
  notAnEmail: 'This is not an e-mail address; write it like lin@example.com.',
  notAWebAddress: 'This is not a web address; write it like www.example.com.',
  creditCodeLength: (length: number) =>
    `The code has 18 characters and this has ${length}; copy it from the licence.`,
  creditCodeSign: (sign: string) =>
    `The code never contains “${sign}”; perhaps it is a digit that looks alike.`,
  creditCodeCheck: 'The check character does not fit; compare the code with the licence.',
  notAColleague: (name: string) =>
    `There is no colleague “${name}”; write a name or the e-mail address they sign in with.`,
  notAFileCell:
    'A table cannot bring a file in: leave this column out, and add the file in the form of the record.',
  severalColleagues: (name: string) =>
    `Several colleagues are called “${name}”; write the e-mail address they sign in with.`,
  notYesNo: 'Write yes or no.',
  notAChoice: (labels: readonly PerLocale[]) =>
    `This is none of the choices; use one of: ${listedFirst(labels)}`,
  notTheChoices: (labels: readonly PerLocale[]) =>
    `Not all of this is among the choices; use one or more of: ${listedFirst(labels)}`,
}
