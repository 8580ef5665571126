import { CopyButton, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Colleague } from '../../access/directory.ts'
import { ConfirmField } from '../../auth/views/confirm-field.tsx'
import type { Raw } from '../../http/form.ts'
import type { Locale } from '../../i18n/locale.ts'
import { tokenText } from '../messages.ts'
import { lifetimes } from '../token-form.ts'
import type { TokenRow } from '../tokens.ts'
import { TokenList } from './token-list.tsx'

type Props = {
  locale: Locale
  timeZone: string
  now: Date
  tokens: readonly TokenRow[]
  people: readonly Colleague[]
  /** The token that was just made. */
  made?: string
  raw: Raw
  errors?: FieldErrors
  once: string
  /** Whether one's own password is asked for. */
  confirm: boolean
}

/** Tokens of the whole company, and the form that makes one. */
export const TokensPage = (props: Props) => {
  const { locale, made, tokens } = props
  const t = tokenText(locale)
  const docs = (
    <LinkButton href="/api/v1/docs" icon="book">
      {t.docs}
    </LinkButton>
  )
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.title} actions={docs} />
      <PageBody>
        <p class="hint">{t.intro}</p>
        {made && <Made locale={locale} token={made} />}
        <Card title={t.add}>
          <NewToken {...props} />
        </Card>
        <Card title={t.tokens} flush>
          {tokens.length > 0 ? (
            <TokenList {...props} action="/admin/api/revoke" named />
          ) : (
            <Empty icon="plug" title={t.none} text={t.noneText} />
          )}
        </Card>
      </PageBody>
    </>
  )
}

const Made = ({ locale, token }: { locale: Locale; token: string }) => {
  const t = tokenText(locale)
  return (
    <Card title={t.made} testId="new-token">
      <div class="stack">
        <p>{t.madeIntro}</p>
        <p class="fresh-link">
          <code data-testid="token" dir="ltr">
            {token}
          </code>
          <CopyButton text={token} label={t.copy} />
        </p>
      </div>
    </Card>
  )
}

const NewToken = ({ locale, people, raw, errors = {}, once, confirm }: Props) => {
  const t = tokenText(locale)
  const form = viewText(locale).form
  const field = (name: string) => ({ t: form, name, value: raw[name], error: errors[name] })
  return (
    <Form t={form} action="/admin/api" plain errors={errors} once={once} submit={t.make}>
      <Field {...field('name')} kind="text" label={t.name} hint={t.nameHint} required />
      <Field
        {...field('person')}
        kind="person"
        label={t.person}
        hint={t.personHint}
        required
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        {...field('lasts')}
        kind="select"
        label={t.lasts}
        none={t.forGood}
        options={lifetimes.map((days) => ({ value: String(days), label: t.lastsChoices[days] }))}
      />
      {confirm && <ConfirmField locale={locale} error={errors.confirm} />}
    </Form>
  )
}
