import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Stats } from '../../../views/stat.tsx'
import { formatAgo, formatNumber } from '../../i18n/format.ts'
import type { Scope } from '../../scope.ts'
import { dimensions, overallIndex } from '../formula.ts'
import { qualityText } from '../messages.ts'
import type { Measured } from '../reading.ts'
import { formatIndex } from '../wording.ts'
import { PartTable } from './part-table.tsx'
import { PrivacyCard } from './privacy-card.tsx'

type Props = { scope: Scope; measured: readonly Measured[] }

/** Below this an index is a number and no finding. */
const few = 20

/** How good the data are: one index, and for each kind of record what it is made of. */
export const QualityPage = ({ scope, measured }: Props) => {
  const { locale } = scope
  const t = qualityText(locale)
  const [first] = measured
  const never = measured.every(({ takenAt }) => takenAt === null)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        actions={first && <MeasureButton label={t.measure} />}
      />
      <PageBody wide>
        {!first && <Empty icon="gauge" title={t.noModule} text={t.noModuleText} />}
        {first && never && (
          <Empty
            icon="gauge"
            title={t.never}
            text={t.neverText}
            action={<MeasureButton label={t.measure} />}
          />
        )}
        {!never && (
          <div class="stack">
            <Overall scope={scope} measured={measured} />
            {measured.map((one) => (
              <Kind scope={scope} one={one} />
            ))}
            <PrivacyCard locale={locale} measured={measured} />
          </div>
        )}
      </PageBody>
    </>
  )
}

const MeasureButton = ({ label }: { label: string }) => (
  <form method="post" action="/rollout/data-quality/measure">
    <Button icon="refresh">{label}</Button>
  </form>
)

const Overall = ({ scope, measured }: Props) => {
  const { locale, company } = scope
  const t = qualityText(locale)
  const overall = overallIndex(
    measured.map(({ quality, index }) => ({ weight: quality.weight, value: index.value })),
  )
  const say = (value: number | null) => (value === null ? t.unknown : formatIndex(locale, value))
  const latest = measured.flatMap(({ takenAt }) => takenAt ?? []).sort((a, b) => +b - +a)[0]
  return (
    <>
      <Stats
        stats={[
          { label: t.overall, value: say(overall) },
          ...measured.map(({ quality, index, records }) => ({
            label: quality.title[locale],
            value: say(index.value),
            note: t.records(formatNumber(locale, records)),
            href: `/rollout/data-quality/records?object=${quality.object}`,
          })),
        ]}
      />
      {latest && (
        <p class="hint">{t.measuredAt(formatAgo(locale, company.timeZone, latest, scope.now()))}</p>
      )}
    </>
  )
}

const Kind = ({ scope, one }: { scope: Scope; one: Measured }) => {
  const { locale } = scope
  const t = qualityText(locale)
  const { quality, index, records } = one
  const href = `/rollout/data-quality/records?object=${quality.object}`
  return (
    <Card
      title={quality.title[locale]}
      actions={<a href={href}>{t.worst}</a>}
      testId={`quality-${quality.object}`}
    >
      <p>
        <strong>
          {index.value === null ? t.unknown : t.of100(formatIndex(locale, index.value))}
        </strong>{' '}
        <span class="hint">
          {t.fromParts(String(index.parts), String(dimensions.length))} ·{' '}
          {t.records(formatNumber(locale, records))}
        </span>
      </p>
      {records > 0 && records < few && <p class="hint">{t.few}</p>}
      <PartTable locale={locale} one={one} href={href} />
    </Card>
  )
}
