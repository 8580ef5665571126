import { Card } from '../../../views/card.tsx'
import { formatNumber } from '../../i18n/format.ts'
import type { Locale } from '../../i18n/locale.ts'
import { shareOf } from '../formula.ts'
import { qualityText } from '../messages.ts'
import type { Measured } from '../reading.ts'
import { formatShare } from '../wording.ts'

type Props = { locale: Locale; measured: readonly Measured[] }

/** How many people have all on record that privacy law asks for; kept apart from every index. */
export const PrivacyCard = ({ locale, measured }: Props) => {
  const t = qualityText(locale)
  const known = measured.flatMap(({ quality, privacy }) =>
    privacy ? [{ quality, ...privacy, share: shareOf(privacy) }] : [],
  )
  return (
    <Card title={t.privacy} testId="privacy">
      {known.length === 0 && <p>{t.privacyUnknown}</p>}
      {known.map(({ quality, good, of, share }) => (
        <p>
          {quality.title[locale]}{' '}
          <strong>{share === null ? t.noneToJudge : formatShare(locale, share)}</strong>{' '}
          {share !== null && (
            <a href={`/rollout/data-quality/records?object=${quality.object}#privacy`}>
              {t.privacyOf(formatNumber(locale, good), formatNumber(locale, of))}
            </a>
          )}
        </p>
      ))}
      <p class="hint">{t.privacyText}</p>
    </Card>
  )
}
