import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { formatNumber } from '../../../i18n/format.ts'
import type { Locale } from '../../../i18n/locale.ts'
import { type ExportFormat, exportFormats } from '../../export.ts'
import { reasonFrom } from '../../exports.ts'
import type { Outgoing } from '../../transfer.ts'
import { transferText } from '../messages.ts'

type Props = {
  locale: Locale
  transfer: Outgoing
  /** The list's query, so that the file has what the list shows. */
  filters: string
  count: number
  columns: Outgoing['columns']
  /** Fields that are ticked; none ticks all. */
  chosen: readonly string[]
  format?: ExportFormat
  errors?: FieldErrors
}

/** What would leave the system, and why. */
export const ExportPage = ({
  locale,
  transfer,
  filters,
  count,
  columns,
  chosen,
  format,
  errors = {},
}: Props) => {
  const t = transferText(locale)
  const view = viewText(locale)
  const title = t.exportTitle(transfer.title[locale])
  return (
    <>
      <PageHead
        t={view.page}
        title={title}
        trail={[{ href: `${transfer.listHref}?${filters}`, label: transfer.title[locale] }]}
      />
      <PageBody>
        <Card>
          <p>{t.exportIntro(formatNumber(locale, count))}</p>
          <Form
            t={view.form}
            action={`/export/${transfer.kind}`}
            plain
            submit={t.download}
            submitIcon="download"
            hidden={{ filters }}
            errors={errors}
          >
            {count > reasonFrom && (
              <Field
                t={view.form}
                kind="text"
                name="reason"
                label={t.exportReason}
                hint={t.exportReasonHint(formatNumber(locale, reasonFrom))}
                required
                error={errors.reason}
              />
            )}
            <Field
              t={view.form}
              kind="radio"
              name="format"
              label={t.exportFormat}
              value={format ?? 'xlsx'}
              options={exportFormats.map((one) => ({ value: one, label: t.exportFormats[one] }))}
            />
            <Field
              t={view.form}
              kind="choices"
              name="column"
              label={t.exportColumns}
              hint={t.exportColumnsHint}
              values={chosen.length > 0 ? chosen : columns.map(({ field }) => field)}
              options={columns.map(({ field, label }) => ({ value: field, label: label[locale] }))}
            />
          </Form>
        </Card>
      </PageBody>
    </>
  )
}
