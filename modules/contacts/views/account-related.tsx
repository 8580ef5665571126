import { may } from '../../../core/access/person.ts'
import { formatNumber } from '../../../core/i18n/format.ts'
import { listsText } from '../../../core/lists/messages.ts'
import type { Scope } from '../../../core/scope.ts'
import { Panel, PanelItem } from '../../../views/panel.tsx'
import {
  type AccountRecord,
  mostRelated,
  type Related as Some,
} from '../accounts/account-record.ts'
import { accountKind, type ContactsKind, personKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'

type Props = { scope: Scope; account: AccountRecord }

/** The people an account is known by, and the accounts below it. */
export const Related = ({ scope, account }: Props) => {
  const t = contactsText(scope.locale).accounts
  const { contacts, children } = account
  return (
    <>
      {may(scope.user, personKind.view) && (
        <Panel
          title={t.contacts}
          count={countOf(scope, contacts)}
          add={
            account.mayEdit && may(scope.user, personKind.edit)
              ? { href: `${personKind.href}/new?account=${account.id}`, label: t.addContact }
              : undefined
          }
          empty={t.noContacts}
        >
          {contacts.count > 0 ? (
            <>
              {contacts.first.map(({ id, name, role, phone }) => (
                <PanelItem
                  href={`${personKind.href}/${id}`}
                  title={name}
                  note={[role, phone].filter(Boolean).join(' · ') || undefined}
                />
              ))}
              <All scope={scope} kind={personKind} account={account.id} some={contacts} />
            </>
          ) : undefined}
        </Panel>
      )}
      {children.count > 0 && (
        <Panel title={t.children} count={countOf(scope, children)}>
          {children.first.map(({ id, name }) => (
            <PanelItem href={`${accountKind.href}/${id}`} title={name} />
          ))}
          <All scope={scope} kind={accountKind} account={account.id} some={children} />
        </Panel>
      )}
    </>
  )
}

/** How many there are; undefined when there are none. */
function countOf({ locale }: Scope, { count }: Some<unknown>): string | undefined {
  if (count > mostRelated) return listsText(locale).more(formatNumber(locale, mostRelated))
  return count > 0 ? formatNumber(locale, count) : undefined
}

type AllProps = { scope: Scope; kind: ContactsKind; account: string; some: Some<unknown> }

/** The way to the list that has them all, where the page shows only some. */
const All = ({ scope, kind, account, some }: AllProps) =>
  some.count > some.first.length && (
    <p class="hint prose">
      <a href={`${kind.href}?account=${account}`}>
        {contactsText(scope.locale).accounts.showAll(countOf(scope, some) ?? '')}
      </a>
    </p>
  )
