/** How people write currencies; the first mark of each is the one we print. */
const marks: Record<string, readonly string[]> = {
  CNY: ['¥', 'cn¥', 'rmb', '人民币', '元人民币', '块', '圆'],
  USD: ['US$', '美元', '美金'],
  HKD: ['HK$', '港元', '港币'],
  TWD: ['NT$', '新台币', '台币'],
  EUR: ['€', '欧元'],
  GBP: ['£', '英镑'],
  JPY: ['JP¥', '日元', '円'],
  KRW: ['₩', '韩元'],
  SGD: ['S$', '新加坡元', '新元'],
  AUD: ['A$', '澳元'],
  CAD: ['CA$', 'C$', '加元'],
}

/** Where a firm most likely reckons in a currency: time zones, or the beginning of some. */
const zones: Record<string, readonly string[]> = {
  CNY: ['Asia/Shanghai', 'Asia/Urumqi'],
  HKD: ['Asia/Hong_Kong'],
  TWD: ['Asia/Taipei'],
  JPY: ['Asia/Tokyo'],
  KRW: ['Asia/Seoul'],
  SGD: ['Asia/Singapore'],
  GBP: ['Europe/London', 'Europe/Belfast'],
  AUD: ['Australia/'],
  CAD: [
    ...['America/Toronto', 'America/Vancouver', 'America/Edmonton', 'America/Winnipeg'],
    ...['America/Halifax', 'America/Regina', 'America/St_Johns', 'America/Moncton'],
  ],
  EUR: [
    ...['Europe/Amsterdam', 'Europe/Athens', 'Europe/Berlin', 'Europe/Bratislava'],
    ...['Europe/Brussels', 'Europe/Busingen', 'Europe/Dublin', 'Europe/Helsinki'],
    ...['Europe/Lisbon', 'Europe/Ljubljana', 'Europe/Luxembourg', 'Europe/Madrid'],
    ...['Europe/Malta', 'Europe/Paris', 'Europe/Riga', 'Europe/Rome', 'Europe/Sofia'],
    ...['Europe/Tallinn', 'Europe/Vienna', 'Europe/Vilnius', 'Europe/Zagreb', 'Asia/Nicosia'],
  ],
}

/** The currency to propose to a firm in a time zone; the best known one where we cannot tell. */
export const currencyIn = (timeZone: string): string =>
  Object.keys(zones).find((code) => zones[code]?.some((zone) => timeZone.startsWith(zone))) ?? 'USD'

const dollars = ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD']
const yuan = ['CNY', 'TWD', 'HKD']
const yen = ['CNY', 'JPY']

const codes = new Set(Intl.supportedValuesOf('currency'))

const byMark = new Map(
  Object.entries(marks).flatMap(([code, all]) => all.map((mark) => [mark.toLowerCase(), code])),
)

/**
 * The ISO 4217 code that a mark means. $, ¥ and 元 belong to several currencies: they mean the
 * company's own when it is one of these, else the best known.
 */
export function currencyOf(mark: string, own: string): string | undefined {
  if (mark === '$') return dollars.includes(own) ? own : 'USD'
  if (mark === '¥') return yen.includes(own) ? own : 'CNY'
  if (mark === '元') return yuan.includes(own) ? own : 'CNY'
  const code = mark.toUpperCase()
  return byMark.get(mark.toLowerCase()) ?? (codes.has(code) ? code : undefined)
}

/** The mark to print; it reads back as the same currency, unless the company's own is the yen. */
export const markOf = (currency: string): string => {
  const mark = marks[currency]?.[0]
  return mark ?? `${currency} `
}

const known = new Map<string, number>()

/** Digits behind the point of a currency: 2 for CNY, 0 for JPY (ISO 4217 through CLDR). */
export function minorDigits(currency: string): number {
  let digits = known.get(currency)
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    digits = format.resolvedOptions().maximumFractionDigits ?? 2
    known.set(currency, digits)
  }
  return digits
}
