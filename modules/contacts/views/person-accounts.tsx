import type { Raw } from '../../../core/http/form.ts'
import type { Scope } from '../../../core/scope.ts'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { Icon } from '../../../views/icon.tsx'
import { viewText } from '../../../views/messages.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import { Pill } from '../../../views/pill.tsx'
import { accountKind, personKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import type { PersonRecord } from '../people/person-record.ts'
import { AccountPicker } from './account-picker.tsx'

type Props = { scope: Scope; person: PersonRecord; link?: { raw: Raw; errors: FieldErrors } }

/** The accounts a contact works for, and how that is changed. */
export const PersonAccounts = ({ scope, person, link }: Props) => {
  const t = contactsText(scope.locale).people
  const { accounts, mayEdit } = person
  return (
    <Panel
      title={t.accounts}
      count={accounts.length > 0 ? String(accounts.length) : undefined}
      empty={t.noAccounts}
    >
      {accounts.length > 0 || mayEdit ? (
        <>
          {accounts.length === 0 && <p class="hint">{t.noAccounts}</p>}
          {accounts.map((account) => (
            <div class="linked">
              <PanelItem
                href={`${accountKind.href}/${account.id}`}
                title={account.name}
                note={account.role || undefined}
                aside={
                  account.primary && accounts.length > 1 && <Pill text={t.primary} tone="blue" />
                }
              />
              {mayEdit && <LinkButtons scope={scope} person={person} account={account} />}
            </div>
          ))}
          {mayEdit && <LinkForm scope={scope} person={person} link={link} />}
        </>
      ) : undefined}
    </Panel>
  )
}

type ButtonsProps = Props & { account: PersonRecord['accounts'][number] }

const LinkButtons = ({ scope, person, account }: ButtonsProps) => {
  const t = contactsText(scope.locale).people
  const href = `${personKind.href}/${person.id}`
  return (
    <div class="actions">
      {!account.primary && (
        <form method="post" action={`${href}/primary`}>
          <input type="hidden" name="account" value={account.id} />
          <button type="submit" class="ghost-icon" aria-label={t.makePrimary} title={t.makePrimary}>
            <Icon name="star" />
          </button>
        </form>
      )}
      <form method="post" action={`${href}/unlink`}>
        <input type="hidden" name="account" value={account.id} />
        <button
          type="submit"
          class="ghost-icon"
          aria-label={t.unlink(account.name)}
          title={t.unlink(account.name)}
        >
          <Icon name="x" />
        </button>
      </form>
    </div>
  )
}

const LinkForm = ({ scope, person, link }: Props) => {
  const view = viewText(scope.locale)
  const t = contactsText(scope.locale).people
  return (
    <details class="link-form" open={link !== undefined}>
      <summary>
        <Icon name="plus" />
        {t.link}
      </summary>
      <Form
        t={view.form}
        id="link"
        action={`${personKind.href}/${person.id}/link`}
        errors={link?.errors}
        submit={t.linkSave}
        testId="link-form"
      >
        <AccountPicker
          t={view.form}
          form="link"
          name="account"
          label={t.account}
          hint={t.accountHint}
          value={link?.raw.account}
          error={link?.errors.account}
          required
        />
        <Field
          t={view.form}
          form="link"
          kind="text"
          name="role"
          label={t.role}
          value={link?.raw.role}
          error={link?.errors.role}
        />
      </Form>
    </details>
  )
}
