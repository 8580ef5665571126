import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { printSize } from '../../attachments/size.ts'
import type { Raw } from '../../http/form.ts'
import type { Locale } from '../../i18n/locale.ts'
import { companyTabs } from '../../settings/views/tabs.ts'
import { letterheadFields } from '../letterhead.ts'
import { largestLogo } from '../letterhead-form.ts'
import { letterheadText } from '../messages.ts'

type Props = {
  locale: Locale
  raw: Raw
  version: number
  hasLogo: boolean
  errors?: FieldErrors
}

const place = '/admin/company/letterhead'
const hints = { nameEn: 'nameHint', taxNumber: 'taxNumberHint' } as const
const isHinted = (name: string): name is keyof typeof hints => name in hints

/** The letterhead's form. */
export const LetterheadPage = ({ locale, raw, version, hasLogo, errors = {} }: Props) => {
  const t = letterheadText(locale)
  const view = viewText(locale)
  return (
    <>
      <PageHead t={view.page} title={t.title} tabs={companyTabs(locale, place)} />
      <PageBody>
        <p class="hint">{t.text}</p>
        <Form t={view.form} action={place} version={version} errors={errors} files>
          {letterheadFields.map((name) => (
            <Field
              t={view.form}
              kind={name === 'phone' ? 'tel' : name === 'email' ? 'email' : 'text'}
              name={name}
              label={t[name]}
              hint={isHinted(name) ? t[hints[name]] : undefined}
              value={raw[name]}
              error={errors[name]}
            />
          ))}
          <Field
            t={view.form}
            kind="file"
            name="logo"
            label={t.logo}
            accept="image/png,image/jpeg"
            hint={[hasLogo && t.logoKept, t.logoHint(printSize(locale, largestLogo))]
              .filter(Boolean)
              .join(' ')}
            error={errors.logo}
          />
          {hasLogo && (
            <Field
              t={view.form}
              kind="checkbox"
              name="dropLogo"
              label={t.dropLogo}
              checked={raw.dropLogo === 'yes'}
              value="yes"
            />
          )}
        </Form>
      </PageBody>
    </>
  )
}
