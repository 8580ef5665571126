import { Head } from '../../../../views/head.tsx'
import { formatNumber } from '../../../i18n/format.ts'
import type { Locale } from '../../../i18n/locale.ts'
import { formatShare } from '../../../quality/wording.ts'
import { mostDistinct } from '../../examine.ts'
import type { Import } from '../../imports.ts'
import type { FilePreview } from '../../preview.ts'
import { transferText } from '../messages.ts'

type Props = { locale: Locale; found: Pick<Import, 'mapping'>; file: FilePreview }

/** Which field each column of a file is read as, and what stands in it. */
export const Columns = ({ locale, found, file }: Props) => {
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
