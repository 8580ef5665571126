import type { Locale } from '../../../core/i18n/locale.ts'
import type { Tone } from '../../../views/pill.tsx'
import { articleText } from './messages.ts'

/** What its standing follows from; days as YYYY-MM-DD. */
export type Dated = {
  /** The number of the version that is out; null while none is. */
  published: number | null
  /** Whether what is written differs from what is out. */
  isChanged: boolean
  reviewOn: string | null
  expiresOn: string | null
}

export const standings = ['draft', 'published', 'changed', 'due', 'expired'] as const
export type Standing = (typeof standings)[number]

/** Where an article stands on a day: that it no longer holds outweighs all else that may be said. */
export function standingOf(article: Dated, today: string): Standing {
  if (article.published === null) return 'draft'
  if (article.expiresOn !== null && article.expiresOn < today) return 'expired'
  if (article.reviewOn !== null && article.reviewOn <= today) return 'due'
  return article.isChanged ? 'changed' : 'published'
}

export const standingTones: Record<Standing, Tone> = {
  ...{ draft: 'grey', published: 'green', changed: 'blue', due: 'orange', expired: 'red' },
}

export const sayStanding = (locale: Locale, standing: Standing): string =>
  articleText(locale).standings[standing]
