import { LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Table } from '../../../../views/table.tsx'
import { formatAgo, formatNumber } from '../../../i18n/format.ts'
import type { Scope } from '../../../scope.ts'
import type { Import } from '../../imports.ts'
import type { Transfer } from '../../transfer.ts'
import { type TransferText, transferText } from '../messages.ts'

type Look = Pick<Scope, 'locale' | 'company' | 'now'>

type Props = {
  scope: Look
  kinds: readonly Transfer[]
  kind?: string
  imports: readonly Import[]
  errors?: FieldErrors
}

/** Where a file comes in, and what came of earlier ones. */
export const ImportStartPage = ({ scope, kinds, kind, imports, errors = {} }: Props) => {
  const { locale } = scope
  const t = transferText(locale)
  const view = viewText(locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.import}
        actions={
          kinds.length > 0 && (
            <LinkButton href="/admin/import/templates" icon="columns-3">
              {t.templates}
            </LinkButton>
          )
        }
      />
      <PageBody>
        {kinds.length === 0 ? (
          <Empty icon="upload" title={t.nothingToImport} text={t.nothingToImportText} />
        ) : (
          <Card title={t.newImport}>
            <p>{t.intro}</p>
            <Form
              t={view.form}
              action="/admin/import"
              files
              submit={t.readFile}
              submitIcon="upload"
              errors={errors}
            >
              <Field
                t={view.form}
                kind="radio"
                name="kind"
                label={t.kind}
                value={kind ?? kinds[0]?.kind}
                options={kinds.map((one) => ({ value: one.kind, label: one.title[locale] }))}
                error={errors.kind}
              />
              <Field
                t={view.form}
                kind="file"
                name="file"
                label={t.file}
                hint={t.fileHint}
                accept=".csv,.tsv,.txt,.xlsx,.xlsm,.vcf,text/csv,text/vcard"
                required
                error={errors.file}
              />
            </Form>
          </Card>
        )}
        {imports.length > 0 && (
          <Card title={t.earlier} flush>
            <Earlier scope={scope} kinds={kinds} imports={imports} />
          </Card>
        )}
      </PageBody>
    </>
  )
}

const Earlier = ({ scope, imports }: Pick<Props, 'scope' | 'kinds' | 'imports'>) => {
  const { locale } = scope
  const t = transferText(locale)
  const count = (value: number) => formatNumber(locale, value)
  return Table<Import>({
    t: viewText(locale).table,
    caption: t.earlier,
    columns: [
      { key: 'file', label: t.fileName, cell: (row) => row.fileName },
      { key: 'state', label: t.state, cell: (row) => t.states[row.state] },
      { key: 'came', label: t.came, cell: (row) => sayCounts(row, t, count) },
      { key: 'by', label: t.by, quiet: true, hideOnPhone: true, cell: (row) => row.startedByName },
      {
        key: 'at',
        label: t.at,
        quiet: true,
        cell: (row) => formatAgo(locale, scope.company.timeZone, row.createdAt, scope.now()),
      },
    ],
    rows: imports,
    rowId: (row) => row.id,
    rowName: (row) => row.fileName,
    rowHref: (row) => `/admin/import/${row.id}`,
  })
}

/** What came of the rows, in words, because figures alone say little on a phone; nothing is left out but noughts. */
function sayCounts(row: Import, t: TransferText, count: (value: number) => string): string {
  const kinds = ['created', 'updated', 'skipped', 'rejected'] as const
  return kinds
    .filter((kind) => row[kind] > 0)
    .map((kind) => `${t[kind]} ${count(row[kind])}`)
    .join(' · ')
}
