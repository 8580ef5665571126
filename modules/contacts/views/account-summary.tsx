import { fieldDetails } from '../../../core/fields/views/details.ts'
import { formatDay } from '../../../core/i18n/format.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { recordText } from '../../../core/records/messages.ts'
import { QuickActions } from '../../../core/records/views/quick-actions.tsx'
import { Tags } from '../../../core/records/views/record-parts.tsx'
import type { Scope } from '../../../core/scope.ts'
import { printDate } from '../../../core/values/date.ts'
import { person } from '../../../views/avatar.tsx'
import { type Detail, Details } from '../../../views/details.tsx'
import { viewText } from '../../../views/messages.ts'
import { RecordHead } from '../../../views/record.tsx'
import type { AccountRecord } from '../accounts/account-record.ts'
import { accountKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'

type Props = { scope: Scope; account: AccountRecord }

/** Who an account is: its name, tags and fields. */
export const Summary = ({ scope, account }: Props) => {
  const said = recordText(scope.locale).pages
  const { values } = account
  const note = [values.industry, values.region].filter(Boolean).join(' · ')
  return (
    <>
      <RecordHead
        name={values.name}
        firm
        note={note || undefined}
        actions={
          (values.phone?.e164 || values.email) && (
            <QuickActions scope={scope} phones={[values.phone]} email={values.email} />
          )
        }
      />
      <Tags
        scope={scope}
        href={`${accountKind.href}/${account.id}`}
        tags={account.tags}
        mayEdit={account.mayEdit}
      />
      <h3>{said.details}</h3>
      <Details items={detailsOf(scope, account)} empty={viewText(scope.locale).record.empty} />
    </>
  )
}

function detailsOf(scope: Scope, account: AccountRecord): Detail[] {
  const t = contactsText(scope.locale)
  const said = recordText(scope.locale).pages
  const { values, owner, department, parent, parentId } = account
  const fields = fieldsOf(scope, accountKind).filter(({ field }) => field !== 'name')
  return [
    { label: said.owner, value: owner ? person(owner.name) : said.nobody },
    { label: said.department, value: department?.name },
    ...fieldDetails(scope, fields, values),
    {
      label: t.accounts.parent,
      value: parent ? (
        <a href={`${accountKind.href}/${parent.id}`}>{parent.name}</a>
      ) : (
        parentId && t.accounts.parentHidden
      ),
    },
    {
      label: said.created,
      value: printDate(formatDay(scope.company.timeZone, account.createdAt), scope.locale),
    },
  ]
}
