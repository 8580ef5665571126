import type { Department } from '../../../core/access/department-tree.ts'
import { formatMoment } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import { printDate } from '../../../core/values/date.ts'
import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Pill } from '../../../views/pill.tsx'
import type { Attestation } from '../attestations.ts'
import { evidenceText } from '../messages.ts'
import type { Metric } from '../metric.ts'
import { sayValue } from '../wording.ts'
import { DocumentFile } from './document.tsx'

type Props = {
  locale: Locale
  timeZone: string
  metric: Metric
  attestations: readonly Attestation[]
  standing: (one: Attestation) => boolean
  departments: readonly Department[]
  mayManage: boolean
}

/** What was vouched for, by whom, when and by which document; what holds now can be taken back. */
export const Attestations = ({ attestations, ...props }: Props) => {
  const t = evidenceText(props.locale)
  return (
    <Card title={t.attestations} flush testId="attestations">
      <ul class="figures">
        {attestations.map((one) => (
          <Line one={one} {...props} />
        ))}
      </ul>
    </Card>
  )
}

const Line = ({ one, ...props }: Omit<Props, 'attestations'> & { one: Attestation }) => {
  const { locale, timeZone, metric, standing, departments, mayManage } = props
  const t = evidenceText(locale)
  const where = departments.find(({ id }) => id === one.departmentId)?.name ?? t.whole
  return (
    <li data-testid="row">
      <strong>
        {one.value === null ? t.withdrawn : sayValue(locale, metric, one.value)}{' '}
        {metric.byDepartment && <Pill text={where} />}
      </strong>
      <span>
        {one.document !== one.file?.name && one.document}
        <DocumentFile file={one.file} />
        <small>
          {printDate(one.heldOn, locale)}
          {one.validUntil && ` · ${t.until(printDate(one.validUntil, locale))}`}
          {one.statement && ` · ${one.statement}`}
        </small>
      </span>
      <small>{t.signedBy(one.signer, formatMoment(locale, timeZone, one.signedAt))}</small>
      {mayManage && standing(one) && (
        <form
          method="post"
          action={`/rollout/evidence/${metric.code}/withdraw`}
          class="inline-form"
        >
          <input type="hidden" name="attestation" value={one.id} />
          {one.departmentId && <input type="hidden" name="department" value={one.departmentId} />}
          <input
            class="input"
            name="reason"
            maxlength={500}
            required
            aria-label={t.reason}
            placeholder={t.reason}
          />
          <Button small>{t.withdraw}</Button>
        </form>
      )}
    </li>
  )
}
