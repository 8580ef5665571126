import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Raw } from '../../http/form.ts'
import type { Locale } from '../../i18n/locale.ts'
import { settingsText } from '../messages.ts'
import { companyTabs } from './tabs.ts'

type Props = {
  locale: Locale
  version: number
  raw: Raw
  errors?: FieldErrors
  timeZones: readonly string[]
  currencies: readonly string[]
}

/** The settings that hold for the whole company. */
export const CompanyPage = ({ locale, version, raw, errors = {}, ...lists }: Props) => {
  const t = settingsText(locale)
  const view = viewText(locale)
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead t={view.page} title={t.title} tabs={companyTabs(locale, '/admin/company')} />
      <PageBody>
        <Form t={view.form} action="/admin/company" plain version={version} errors={errors} guard>
          <Field {...field('name')} kind="text" label={t.name} required />
          <Field
            {...field('locale')}
            kind="radio"
            label={t.language}
            hint={t.languageHint}
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
          <Field
            {...field('timeZone')}
            kind="person"
            label={t.timeZone}
            hint={t.timeZoneHint}
            required
            options={lists.timeZones.map((zone) => ({ value: zone, label: zone }))}
          />
          <Field
            {...field('currency')}
            kind="person"
            label={t.currency}
            hint={t.currencyHint}
            required
            options={lists.currencies.map((code) => ({
              value: code,
              label: code,
              note: names.of(code),
            }))}
          />
        </Form>
      </PageBody>
    </>
  )
}
