import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { Head } from '../../../../views/head.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Stats } from '../../../../views/stat.tsx'
import { formatNumber } from '../../../i18n/format.ts'
import type { Locale } from '../../../i18n/locale.ts'
import { formatShare } from '../../../quality/wording.ts'
import { encodings } from '../../decode.ts'
import { mostDistinct, type Outlook } from '../../examine.ts'
import type { Import } from '../../imports.ts'
import type { FilePreview } from '../../preview.ts'
import { modes, type Transfer } from '../../transfer.ts'
import { transferText } from '../messages.ts'
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
        <MendRows locale={locale} id={found.id} rows={file.preview.rejected} after={after} />
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

const Columns = ({ locale, found, file }: Pick<Props, 'locale' | 'found' | 'file'>) => {
  const t = transferText(locale)
  return (
    <table class="table mapping">
      <Head columns={[t.inFile, t.field, [t.firstValues, 'wide-only']]} />
      <tbody>
        {file.headers.map((header, at) => (
          <tr>
            <td class="first">
              {header}
              <Profile locale={locale} file={file} at={at} />
            </td>
            <td>
              <select class="select" name="column" aria-label={header}>
                <option value="">{t.skipColumn}</option>
                {file.columns.map((column) => (
                  <option value={column.field} selected={found.mapping[at] === column.field}>
                    {column.label[locale]}
                  </option>
                ))}
              </select>
            </td>
            <td class="quiet wide-only">{file.profile[at]?.samples.join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How well a column is filled, over all rows: poor data are seen before they are in. */
const Profile = ({ locale, file, at }: Pick<Props, 'locale' | 'file'> & { at: number }) => {
  const t = transferText(locale)
  const column = file.profile[at]
  if (!column) return null
  const { filled, distinct, invalid, wrong } = column
  const { total } = file.preview.counts
  const count = (value: number) => formatNumber(locale, value)
  const kinds = distinct < mostDistinct ? count(distinct) : `${count(mostDistinct)}+`
  const share = formatShare(locale, total > 0 ? filled / total : 0)
  return (
    <p class="hint" data-testid="column-profile">
      {t.profile(share, kinds)}
      {invalid > 0 && <strong> {t.profileWrong(count(invalid), wrong.join(' · '))}</strong>}
    </p>
  )
}
