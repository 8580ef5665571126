import type { PerLocale } from '../../../core/i18n/locale.ts'

/** What a text can say of the ticket it is used on. Either word stands in double braces. */
export const fillings = [
  { key: 'customer', label: { en: 'customer', 'zh-CN': '客户' } },
  { key: 'number', label: { en: 'number', 'zh-CN': '工单号' } },
  { key: 'subject', label: { en: 'subject', 'zh-CN': '主题' } },
  { key: 'product', label: { en: 'product', 'zh-CN': '产品' } },
  { key: 'account', label: { en: 'account', 'zh-CN': '客户公司' } },
  { key: 'me', label: { en: 'me', 'zh-CN': '客服' } },
  { key: 'company', label: { en: 'company', 'zh-CN': '公司' } },
] as const satisfies readonly { key: string; label: PerLocale }[]

export type FillingKey = (typeof fillings)[number]['key']

/** The values of a ticket; empty where it has none. */
export type Filling = Record<FillingKey, string>

const braces = /\{\{\s*([^{}]*?)\s*\}\}/gu

const keyOf = (word: string): FillingKey | undefined =>
  fillings.find(({ key, label }) =>
    [key, ...Object.values(label)].some((one) => one.toLowerCase() === word.toLowerCase()),
  )?.key

/** The words in braces that mean nothing, each once. */
export const unknownIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(braces)].map(([, word = '']) => word).filter((word) => !keyOf(word)),
  ),
]

/**
 * Puts a ticket's values into a text. Values are put in as they are: what stands in braces in one of
 * them is not filled again.
 * @returns the text, and the fields that the ticket has no value for, whose places stay empty
 */
export function fillIn(text: string, values: Filling): { text: string; missing: FillingKey[] } {
  const missing = new Set<FillingKey>()
  const filled = text.replaceAll(braces, (whole, word: string) => {
    const key = keyOf(word)
    if (!key) return whole
    if (values[key] === '') missing.add(key)
    return values[key]
  })
  return { text: filled, missing: [...missing] }
}
