import type { Locale } from '../../../../core/i18n/locale.ts'
import { type Texts, wordsIn } from '../../courses/content.ts'
import { learningText } from '../messages.ts'

type Props = { locale: Locale; texts: readonly Texts[] }

/** A quiet word over texts that are there in the other language only, or older than there (R21). */
export const Translated = ({ locale, texts }: Props) => {
  const t = learningText(locale).course
  const words = texts.map((one) => wordsIn(locale, one))
  const isForeign = words.some(({ text, foreign }) => foreign && text)
  if (isForeign) return <p class="hint">{t.foreign}</p>
  return words.some(({ older }) => older) ? <p class="hint">{t.older}</p> : null
}
