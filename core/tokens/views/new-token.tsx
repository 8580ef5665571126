import { CopyButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import type { Colleague } from '../../access/directory.ts'
import { ConfirmField } from '../../auth/views/confirm-field.tsx'
import type { Raw } from '../../http/form.ts'
import type { Locale } from '../../i18n/locale.ts'
import { tokenText } from '../messages.ts'
import { lifetimes } from '../token-form.ts'
import type { TokenRow } from '../tokens.ts'

export type NewTokenProps = {
  locale: Locale
  timeZone: string
  now: Date
  tokens: readonly TokenRow[]
  /** The token that was just made. */
  made?: string
  raw: Raw
  errors?: FieldErrors
  once: string
  /** Whether one's own password is asked for. */
  confirm: boolean
}

/** The token that was just made, to be copied now. */
export const Made = ({ locale, token }: { locale: Locale; token: string }) => {
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

type FormProps = Omit<NewTokenProps, 'tokens'> & {
  action: string
  /** In whose name it may be; left out where it can only be one's own. */
  people?: readonly Colleague[]
}

/** The form of a new token. */
export const NewToken = ({
  locale,
  people,
  raw,
  errors = {},
  once,
  confirm,
  action,
}: FormProps) => {
  const t = tokenText(locale)
  const form = viewText(locale).form
  const field = (name: string) => ({ t: form, name, value: raw[name], error: errors[name] })
  return (
    <Form t={form} action={action} plain errors={errors} once={once} submit={t.make}>
      <Field {...field('name')} kind="text" label={t.name} hint={t.nameHint} required />
      {people && (
        <Field
          {...field('person')}
          kind="person"
          label={t.person}
          hint={t.personHint}
          required
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Field
        {...field('lasts')}
        kind="select"
        label={t.lasts}
        none={people && t.forGood}
        options={lifetimes.map((days) => ({ value: String(days), label: t.lastsChoices[days] }))}
      />
      {confirm && <ConfirmField locale={locale} error={errors.confirm} />}
    </Form>
  )
}
