import { formatDay } from '../../../../core/i18n/format.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import type { Company } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { maskedPerson } from '../../../../core/values/masked.ts'
import { Button } from '../../../../views/button.tsx'
import { Details } from '../../../../views/details.tsx'
import { Field } from '../../../../views/field.tsx'
import { viewText } from '../../../../views/messages.ts'
import { sayIn } from '../../courses/content.ts'
import { certificateText } from '../messages.ts'
import type { Certificate, Standing } from '../reading.ts'

/** What came of checking a code; nothing yet without a state. */
export type Checked =
  | { state?: undefined; typed?: undefined }
  | { state: 'unknown' | 'wait'; typed: string }
  | {
      state: 'found'
      typed: string
      certificate: Certificate
      company: Company
      standing: Standing
    }

/** Whether a certificate is genuine, and of whom, as far as strangers are told. */
export const VerifyPage = ({ locale, checked }: { locale: Locale; checked: Checked }) => {
  const t = certificateText(locale).checking
  return (
    <>
      <h1>{t.title}</h1>
      {checked.state === 'found' && <Found locale={locale} {...checked} />}
      {checked.state === 'unknown' && (
        <p class="error" role="alert">
          {t.unknown}
        </p>
      )}
      {checked.state === 'wait' && (
        <p class="error" role="alert">
          {t.wait}
        </p>
      )}
      <form class="form" method="get" action="/verify">
        <Field
          t={viewText(locale).form}
          kind="text"
          name="code"
          label={t.code}
          hint={t.hint}
          value={checked.typed ?? ''}
        />
        <div class="actions">
          <Button kind="primary">{t.submit}</Button>
        </div>
      </form>
    </>
  )
}

type FoundProps = { locale: Locale; certificate: Certificate; company: Company; standing: Standing }

const Found = ({ locale, certificate, company, standing }: FoundProps) => {
  const t = certificateText(locale)
  const { course, titles, name, serial, completedAt, validUntil } = certificate
  const day = formatDay(company.timeZone, new Date(completedAt))
  const until = validUntil ? t.validUntil(printDate(validUntil, locale)) : t.validForGood
  return (
    <>
      <p role="status" class={standing === 'valid' ? 'good' : 'late'} data-testid="standing">
        {t.checking.standings[standing]}
      </p>
      <Details
        empty=""
        items={[
          { label: t.checking.holder, value: maskedPerson(name) },
          { label: t.checking.course, value: `${course} ${sayIn(locale, titles)}` },
          { label: t.checking.company, value: company.name },
          { label: t.checking.day, value: `${printDate(day, locale)} · ${until}` },
          { label: t.checking.serial, value: serial },
        ]}
      />
      <p class="hint">{t.checking.masked}</p>
    </>
  )
}
