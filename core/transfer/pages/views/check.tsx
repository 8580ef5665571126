import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Stats } from '../../../../views/stat.tsx'
import { formatNumber } from '../../../i18n/format.ts'
import type { Locale } from '../../../i18n/locale.ts'
import { listed } from '../../../i18n/punctuation.ts'
import { encodings } from '../../decode.ts'
import type { Outlook } from '../../examine.ts'
import type { Import } from '../../imports.ts'
import type { FilePreview } from '../../preview.ts'
import { modes, type Transfer } from '../../transfer.ts'
import { transferText } from '../messages.ts'
import { Columns } from './columns.tsx'
import { MendRows } from './mending.tsx'
import { ReadyRows } from './rows.tsx'

type Props = {
  locale: Locale
  found: Import
  transfer: Transfer
  file: FilePreview
  /** The row after which rows with problems are shown. */
  after?: number
  errors?: FieldErrors
}

/** How a file is read, and what would be wrong, before anything is written. */
export const ImportCheckPage = ({
  locale,
  found,
  transfer,
  file,
  after = 0,
  errors = {},
}: Props) => {
  const t = transferText(locale)
  const view = viewText(locale)
  const { emptyWords, total } = file.preview.counts
  const rejected = file.outlook?.rejected ?? file.preview.counts.rejected
  const fit = total - rejected
  const count = (value: number) => formatNumber(locale, value)
  const blocked = file.missing.length + file.twice.length > 0
  return (
    <>
      <PageHead
        t={view.page}
        title={found.fileName}
        trail={[{ href: '/admin/import', label: t.import }]}
      />
      <PageBody wide>
        <Card title={t.preview} testId="import-check">
          <div class="stack">
            {file.missing.map((field) => (
              <p class="warning" role="alert">
                {t.missingColumn(field)}
              </p>
            ))}
            {file.twice.map((field) => (
              <p class="warning" role="alert">
                {t.usedTwice(field)}
              </p>
            ))}
            {file.rivals.map(({ field, headers }) => (
              <p class="warning" role="alert" data-testid="import-rivals">
                {t.rivals(
                  listed(
                    locale,
                    headers.map(({ header, at }) => t.columnAt(header, at)),
                  ),
                  field,
                )}
              </p>
            ))}
            <p data-testid="import-summary">
              {rejected > 0 ? t.summary(count(fit), count(rejected)) : t.summaryClean(count(fit))}{' '}
              {emptyWords > 0 && t.emptyWords(count(emptyWords))}
            </p>
            {file.outlook && <OutlookStats locale={locale} outlook={file.outlook} />}
            <div class="actions">
              {!blocked && fit > 0 && (
                <form method="post" action={`/admin/import/${found.id}/start`}>
                  <button class="btn btn-primary" data-testid="import-start">
                    {t.start(count(fit))}
                  </button>
                </form>
              )}
              <form method="post" action={`/admin/import/${found.id}/cancel`}>
                <button class="btn btn-ghost">{t.cancel}</button>
              </form>
            </div>
          </div>
        </Card>
        <MendRows locale={locale} found={found} file={file} after={after} />
        <Card title={t.columnsOf}>
          <p class="hint">{t.columnsHint}</p>
          <Form
            t={view.form}
            action={`/admin/import/${found.id}`}
            plain
            submit={t.checkAgain}
            submitIcon="refresh"
            errors={errors}
          >
            <Columns locale={locale} found={found} file={file} />
            <Field
              t={view.form}
              kind="radio"
              name="mode"
              label={t.mode}
              hint={t.keysHint(transfer.keys[locale])}
              value={found.mode}
              options={modes.map((mode) => ({ value: mode, label: t.modes[mode] }))}
            />
            {transfer.keyChoices && (
              <Field
                t={view.form}
                kind="choices"
                name="key"
                label={t.keyChoice}
                hint={t.keyChoiceHint}
                values={found.keys ?? transfer.keyChoices.map(({ key }) => key)}
                options={transfer.keyChoices.map(({ key, label }) => ({
                  value: key,
                  label: label[locale],
                }))}
                error={errors.key}
              />
            )}
            {file.columns.some(({ field }) => field === 'owner') && (
              <Field
                t={view.form}
                kind="person"
                name="owner"
                label={t.unowned}
                hint={t.unownedHint}
                value={found.ownerId ?? ''}
                none={t.nobody}
                options={file.colleagues.map(({ id, name, login }) => ({
                  value: id,
                  label: name,
                  note: login ?? undefined,
                }))}
              />
            )}
            <Field
              t={view.form}
              kind="text"
              name="template"
              label={t.template}
              hint={file.template ? t.templateKnown(file.template) : t.templateHint}
            />
            {found.format !== 'workbook' && (
              <Field
                t={view.form}
                kind="select"
                name="encoding"
                label={t.encoding}
                value={found.encoding ?? ''}
                none={t.encodingGuess(file.encoding)}
                hint={file.sure ? undefined : t.encodingUnsure}
                options={encodings.map((name) => ({ value: name, label: name }))}
                error={errors.encoding}
              />
            )}
          </Form>
        </Card>
        <ReadyRows locale={locale} columns={file.columns} rows={file.preview.fit} />
      </PageBody>
    </>
  )
}

/** What the import will come to, before it is begun. */
const OutlookStats = ({ locale, outlook }: { locale: Locale; outlook: Outlook }) => {
  const t = transferText(locale)
  return (
    <section class="stack" data-testid="import-outlook" aria-label={t.outlook}>
      <Stats
        stats={outcomes.map((kind) => ({
          label: t.outlookOf[kind],
          value: formatNumber(locale, outlook[kind]),
        }))}
      />
      <p class="hint">{t.outlookHint}</p>
    </section>
  )
}

const outcomes = ['created', 'updated', 'skipped', 'rejected'] as const
