import type { Locale } from '../../../core/i18n/locale.ts'
import type { Letterhead } from '../../../core/letterhead/letterhead.ts'
import type { LetterSender } from '../../../core/print/letter.ts'

/** The head of a paper in one language; what is not there in it stands in the other. */
export function senderOf(
  { logo, ...head }: Letterhead,
  company: string,
  locale: Locale,
): LetterSender {
  const [own, other] = locale === 'en' ? (['En', 'Zh'] as const) : (['Zh', 'En'] as const)
  const reach = [head.phone, head.email, head.website].filter(Boolean).join(' · ')
  return {
    name: head[`name${own}`] || head[`name${other}`] || company,
    lines: [head[`address${own}`] || head[`address${other}`], reach].filter(Boolean),
    logo,
  }
}
