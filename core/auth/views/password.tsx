import { LinkButton } from '../../../views/button.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import type { Locale } from '../../i18n/locale.ts'
import type { Purpose } from '../links.ts'
import { authText } from '../messages.ts'

type Props = {
  locale: Locale
  token: string
  purpose: Purpose
  name: string
  login: string
  errors?: FieldErrors
}

/** Where a one-time link leads: the person chooses a password and is signed in. */
export const WelcomePage = ({ locale, token, purpose, name, login, errors = {} }: Props) => {
  const t = authText(locale)
  const form = viewText(locale).form
  return (
    <>
      <h1>{t.welcome(name)}</h1>
      <p>{purpose === 'invite' ? t.welcomeIntro : t.resetIntro}</p>
      <Form t={form} action={`/welcome/${token}`} plain submit={t.choosePassword} errors={errors}>
        <Field
          t={form}
          kind="text"
          name="login"
          label={t.login}
          value={login}
          autocomplete="username"
          disabled
        />
        <Field
          t={form}
          kind="password"
          name="password"
          label={t.newPassword}
          hint={t.passwordHint}
          autocomplete="new-password"
          required
          focus
          error={errors.password}
        />
      </Form>
    </>
  )
}

/** A link that was used, is too old, or never was: all the same. */
export const LinkGonePage = ({ locale }: { locale: Locale }) => {
  const t = authText(locale)
  return (
    <>
      <h1>{t.linkGone}</h1>
      <p>{t.linkGoneAdvice}</p>
      <LinkButton href="/login">{t.back}</LinkButton>
    </>
  )
}

type ForgottenProps = { locale: Locale; email?: string; errors?: FieldErrors }

/** Asks the administrators for a new link. */
export const ForgottenPage = ({ locale, email = '', errors = {} }: ForgottenProps) => {
  const t = authText(locale)
  const form = viewText(locale).form
  return (
    <>
      <h1>{t.forgotten}</h1>
      <p>{t.forgottenIntro}</p>
      <Form
        t={form}
        action="/forgotten"
        plain
        submit={t.askForLink}
        errors={errors}
        cancelHref="/login"
      >
        <Field
          t={form}
          kind="text"
          name="email"
          label={t.login}
          value={email}
          autocomplete="username"
          required
          focus
          error={errors.email}
        />
      </Form>
    </>
  )
}

/** Says the same whether or not there is such an account. */
export const AskedPage = ({ locale }: { locale: Locale }) => {
  const t = authText(locale)
  return (
    <>
      <h1>{t.asked}</h1>
      <p>{t.askedAdvice}</p>
      <LinkButton href="/login">{t.back}</LinkButton>
    </>
  )
}
