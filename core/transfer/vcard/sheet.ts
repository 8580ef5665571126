import type { Sheet } from '../csv.ts'
import { readCards } from './cards.ts'
import { type Property, partsOf, plainText } from './properties.ts'

/** The columns a card is laid out in; those that no card fills are left out. */
const headers = [
  ...['Full name', 'Company', 'Organization unit', 'Title', 'Mobile', 'Phone', 'E-mail', 'WeChat'],
  ...['Address', 'Website', 'Birthday', 'Categories', 'Notes', 'Phone 2', 'Phone 3'],
  ...['E-mail 2', 'E-mail 3'],
] as const

type Laid = Partial<Record<(typeof headers)[number], string>>

/**
 * Cards as a table with one row for each, so that they are mapped, checked and handed back as all
 * else is. The first card is row 2, below the names of the columns.
 * @throws FileRefused for a card that does not end
 */
export function readCardSheet(text: string): Sheet {
  const filled = new Set<string>()
  for (const card of readCards(text)) for (const key of Object.keys(layOut(card))) filled.add(key)
  const used = headers.filter((header) => filled.has(header))
  return {
    delimiter: ',',
    headers: used,
    rows: function* () {
      let rowNumber = 1
      for (const card of readCards(text)) {
        rowNumber += 1
        const laid = layOut(card)
        yield { rowNumber, cells: used.map((header) => laid[header] ?? '') }
      }
    },
  }
}

function layOut(card: readonly Property[]): Laid {
  const all = (name: string) => card.filter((one) => one.name === name)
  const text = (name: string) => plainText(all(name)[0]?.value ?? '')
  const [company, ...units] = partsOf(all('ORG')[0]?.value ?? '')
  const numbers = all('TEL').filter(({ types }) => !types.some((type) => /FAX|PAGER/.test(type)))
  const mobile = numbers.find(isMobile)
  const phones = numbers.filter((one) => one !== mobile).map(numberOf)
  const mails = all('EMAIL').map(({ value }) => plainText(value))
  const laid: Laid = {
    'Full name': text('FN') || nameOf(partsOf(all('N')[0]?.value ?? '')),
    Company: company ?? '',
    'Organization unit': units.filter(Boolean).join(' '),
    Title: text('TITLE') || text('ROLE'),
    Mobile: mobile ? numberOf(mobile) : '',
    Phone: phones[0] ?? '',
    'E-mail': mails[0] ?? '',
    WeChat: text('X-WECHAT') || text('X-WEIXIN'),
    Address: partsOf(all('ADR')[0]?.value ?? '')
      .filter(Boolean)
      .join(' '),
    Website: text('URL'),
    Birthday: text('BDAY'),
    Categories: text('CATEGORIES'),
    Notes: text('NOTE'),
    'Phone 2': phones[1] ?? '',
    'Phone 3': phones[2] ?? '',
    'E-mail 2': mails[1] ?? '',
    'E-mail 3': mails[2] ?? '',
  }
  return Object.fromEntries(Object.entries(laid).filter(([, value]) => value !== ''))
}

const isMobile = ({ types }: Property): boolean =>
  types.some((type) => type === 'CELL' || type === 'IPHONE')

/** Version 4.0 writes numbers as addresses: tel:+86-138-1234-5678;ext=12. */
const numberOf = ({ value }: Property): string =>
  plainText(value).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ')

/** A card of version 2.1 may have no written name: 张 and 三 make 张三, Lin and Mei make Mei Lin. */
function nameOf([family = '', given = '', middle = '']: readonly string[]): string {
  const isHan = /\p{Script=Han}/u.test(family + given)
  return (isHan ? [family, middle, given] : [given, middle, family])
    .filter(Boolean)
    .join(isHan ? '' : ' ')
}
