import { companyKey } from './company-key.ts'

/**
 * A firm's name for somebody who may not see the record: enough to recognise what one knows
 * already, too little to learn it. 北京星河科技有限公司 → 北京**科技 · Acme Trading Ltd → ac**.
 */
export function maskedFirm(name: string): string {
  const signs = [...companyKey(name)]
  if (!/\p{Script=Han}/u.test(name)) return `${signs.slice(0, 2).join('')}**`
  if (signs.length < 6) return `${signs[0] ?? ''}**`
  return `${signs.slice(0, 2).join('')}**${signs.slice(-2).join('')}`
}

/** A person's name likewise: 王小明 → 王** · Mary Smith → M**. */
export const maskedPerson = (name: string): string => `${[...name.trim()][0] ?? ''}**`
