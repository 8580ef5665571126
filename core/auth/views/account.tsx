import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Details } from '../../../views/details.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { tag } from '../../../views/pill.tsx'
import type { Theme } from '../../../views/shell.ts'
import type { Raw } from '../../http/form.ts'
import type { Locale } from '../../i18n/locale.ts'
import { tokenText } from '../../tokens/messages.ts'
import type { TokenRow } from '../../tokens/tokens.ts'
import { TokenList } from '../../tokens/views/token-list.tsx'
import type { OwnSession } from '../account.ts'
import { authText } from '../messages.ts'
import { SessionList } from './session-list.tsx'

type Props = {
  locale: Locale
  timeZone: string
  now: Date
  login: string
  theme: Theme
  roles: readonly string[]
  raw: Raw
  errors?: FieldErrors
  passwordErrors?: FieldErrors
  sessions: readonly OwnSession[]
  /** Id of the session this page is read in. */
  current: string
  /** By which programs act in this person's name. */
  tokens: readonly TokenRow[]
}

/** What people see and change of themselves. */
export const AccountPage = (props: Props) => {
  const t = authText(props.locale).account
  const tokens = tokenText(props.locale)
  return (
    <>
      <PageHead t={viewText(props.locale).page} title={t.title} />
      <PageBody>
        <Card title={t.profile}>
          <div class="stack">
            <Details
              empty={viewText(props.locale).record.empty}
              items={[
                { label: t.login, value: props.login },
                { label: t.roles, value: <span class="tags">{props.roles.map(tag)}</span> },
              ]}
            />
            <p class="hint">{t.loginHint}</p>
            <Profile {...props} />
          </div>
        </Card>
        <Card title={t.theme}>
          <Appearance locale={props.locale} theme={props.theme} />
        </Card>
        <Card title={t.password}>
          <NewPassword locale={props.locale} login={props.login} errors={props.passwordErrors} />
        </Card>
        <Card title={t.sessions} flush>
          <SessionList {...props} />
        </Card>
        <Card
          title={tokens.mine}
          flush={props.tokens.length > 0}
          testId="own-tokens"
          actions={
            <LinkButton href="/account/tokens" icon="plus">
              {tokens.add}
            </LinkButton>
          }
        >
          {props.tokens.length > 0 ? (
            <TokenList {...props} action="/account/tokens/revoke" />
          ) : (
            <p class="hint">{tokens.mineNone}</p>
          )}
        </Card>
      </PageBody>
    </>
  )
}

const Profile = ({ locale, raw, errors = {} }: Props) => {
  const t = authText(locale).account
  const form = viewText(locale).form
  return (
    <Form t={form} action="/account" plain errors={errors} guard>
      <Field
        t={form}
        kind="text"
        name="name"
        label={t.name}
        value={raw.name}
        autocomplete="name"
        required
        error={errors.name}
      />
      <Field
        t={form}
        kind="radio"
        name="locale"
        label={t.language}
        value={raw.locale}
        options={[
          { value: '', label: t.ownLanguage },
          { value: 'zh-CN', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
    </Form>
  )
}

const themes: readonly Theme[] = ['light', 'dark', 'system']

const Appearance = ({ locale, theme }: Pick<Props, 'locale' | 'theme'>) => {
  const t = authText(locale).account
  return (
    <form method="post" action="/account/theme" class="actions" data-theme-form>
      <input type="hidden" name="back" value="/account" />
      {themes.map((one) => (
        <button
          type="submit"
          class="btn"
          name="theme"
          value={one}
          aria-pressed={theme === one ? 'true' : 'false'}
        >
          {t.themes[one]}
        </button>
      ))}
    </form>
  )
}

type PasswordProps = { locale: Locale; login: string; errors?: FieldErrors }

const NewPassword = ({ locale, login, errors = {} }: PasswordProps) => {
  const t = authText(locale)
  const form = viewText(locale).form
  return (
    <Form
      t={form}
      id="password-form"
      action="/account/password"
      plain
      errors={errors}
      hidden={{ username: login }}
      submit={t.account.changePassword}
    >
      <p class="hint">{t.account.passwordIntro}</p>
      <Field
        t={form}
        form="password-form"
        kind="password"
        name="old"
        label={t.oldPassword}
        autocomplete="current-password"
        required
        error={errors.old}
      />
      <Field
        t={form}
        form="password-form"
        kind="password"
        name="password"
        label={t.newPassword}
        hint={t.passwordHint}
        autocomplete="new-password"
        required
        error={errors.password}
      />
    </Form>
  )
}
