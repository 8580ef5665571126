import { may } from '../../../core/access/person.ts'
import type { Scope } from '../../../core/scope.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import type { AccountRecord } from '../accounts/account-record.ts'
import { accountKind, personKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'

type Props = { scope: Scope; account: AccountRecord }

/** The people an account is known by, and the accounts below it. */
export const Related = ({ scope, account }: Props) => {
  const t = contactsText(scope.locale).accounts
  return (
    <>
      {may(scope.user, personKind.view) && (
        <Panel
          title={t.contacts}
          count={account.contacts.length > 0 ? String(account.contacts.length) : undefined}
          add={
            account.mayEdit && may(scope.user, personKind.edit)
              ? { href: `${personKind.href}/new?account=${account.id}`, label: t.addContact }
              : undefined
          }
          empty={t.noContacts}
        >
          {account.contacts.length > 0
            ? account.contacts.map(({ id, name, role, phone }) => (
                <PanelItem
                  href={`${personKind.href}/${id}`}
                  title={name}
                  note={[role, phone].filter(Boolean).join(' · ') || undefined}
                />
              ))
            : undefined}
        </Panel>
      )}
      {account.children.length > 0 && (
        <Panel title={t.children} count={String(account.children.length)}>
          {account.children.map(({ id, name }) => (
            <PanelItem href={`${accountKind.href}/${id}`} title={name} />
          ))}
        </Panel>
      )}
    </>
  )
}
