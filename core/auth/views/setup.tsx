import { LinkButton } from '../../../views/button.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import type { Raw } from '../../http/form.ts'
import type { Locale } from '../../i18n/locale.ts'
import { authText } from '../messages.ts'

type Props = { locale: Locale; token: string; raw: Raw; errors?: FieldErrors }

/** The first run: the company and its first administrator. */
export const SetupPage = ({ locale, token, raw, errors = {} }: Props) => {
  const t = authText(locale)
  const form = viewText(locale).form
  return (
    <>
      <h1>{t.setUp}</h1>
      <p>{t.setUpIntro}</p>
      <Form t={form} action="/setup" plain submit={t.start} errors={errors} hidden={{ token }}>
        <Field
          t={form}
          kind="text"
          name="company"
          label={t.companyName}
          value={raw.company}
          autocomplete="organization"
          required
          focus={Object.keys(errors).length === 0}
          error={errors.company}
        />
        <Field
          t={form}
          kind="radio"
          name="locale"
          label={t.language}
          value={raw.locale ?? locale}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          error={errors.locale}
        />
        <Field
          t={form}
          kind="text"
          name="name"
          label={t.yourName}
          value={raw.name}
          autocomplete="name"
          required
          error={errors.name}
        />
        <Field
          t={form}
          kind="email"
          name="email"
          label={t.email}
          hint={t.emailHint}
          value={raw.email}
          autocomplete="username"
          required
          error={errors.email}
        />
        <Field
          t={form}
          kind="password"
          name="password"
          label={t.password}
          hint={t.passwordHint}
          autocomplete="new-password"
          required
          error={errors.password}
        />
        <input type="hidden" name="timeZone" value={raw.timeZone ?? ''} data-time-zone />
      </Form>
    </>
  )
}

/** Nobody has set anything up yet: the link for that stands where the product was started. */
export const SetupAwaitedPage = ({ locale }: { locale: Locale }) => {
  const t = authText(locale)
  return (
    <>
      <h1>{t.setUpAwaited}</h1>
      <p>{t.setUpAwaitedText}</p>
    </>
  )
}

/** The set-up link was used, by oneself most likely. */
export const SetupDonePage = ({ locale }: { locale: Locale }) => {
  const t = authText(locale)
  return (
    <>
      <h1>{t.setUpDone}</h1>
      <p>{t.setUpDoneText}</p>
      <LinkButton href="/login">{t.signIn}</LinkButton>
    </>
  )
}
