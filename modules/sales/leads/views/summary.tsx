import { fieldDetails } from '../../../../core/fields/views/details.ts'
import { formatAgo, formatDay } from '../../../../core/i18n/format.ts'
import { fieldsOf } from '../../../../core/records/kind.ts'
import { recordText } from '../../../../core/records/messages.ts'
import { QuickActions } from '../../../../core/records/views/quick-actions.tsx'
import { Tags } from '../../../../core/records/views/record-parts.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { person } from '../../../../views/avatar.tsx'
import { type Detail, Details } from '../../../../views/details.tsx'
import { viewText } from '../../../../views/messages.ts'
import { Pill } from '../../../../views/pill.tsx'
import { RecordHead } from '../../../../views/record.tsx'
import { accountKind, personKind } from '../../../contacts/public.ts'
import { dealKind } from '../../deals/kind.ts'
import { leadKind } from '../kind.ts'
import type { LeadRecord } from '../lead-record.ts'
import { leadsText } from '../messages.ts'
import { status, statusTones } from '../statuses.ts'

type Props = { scope: Scope; lead: LeadRecord }

/** What a lead is: who asks, how far it has got, its fields, and what it became. */
export const LeadSummary = ({ scope, lead }: Props) => {
  const { locale } = scope
  const t = leadsText(locale)
  const { values, convertedAt } = lead
  const key = values.status ?? 'new'
  const note = [values.person, values.title].filter(Boolean).join(' · ')
  return (
    <>
      <RecordHead
        name={values.name}
        firm
        note={note || undefined}
        actions={
          <QuickActions scope={scope} phones={[values.mobile, values.phone]} email={values.email} />
        }
      />
      <p class="pills">
        {convertedAt ? (
          <Pill text={t.converted} tone={statusTones.converted} />
        ) : (
          <Pill text={status.print(key, locale)} tone={statusTones[key]} />
        )}
      </p>
      <Tags
        scope={scope}
        href={`${leadKind.href}/${lead.id}`}
        tags={lead.tags}
        mayEdit={lead.mayEdit}
      />
      <h3>{recordText(locale).pages.details}</h3>
      <Details items={detailsOf(scope, lead)} empty={viewText(locale).record.empty} />
    </>
  )
}

function detailsOf(scope: Scope, lead: LeadRecord): Detail[] {
  const { locale, company } = scope
  const t = leadsText(locale)
  const { owner, department, nobody, created } = recordText(locale).pages
  const fields = fieldsOf(scope, leadKind).filter(
    ({ field }) => !['name', 'person', 'title', 'status'].includes(field),
  )
  return [
    ...becameOf(scope, lead),
    { label: owner, value: lead.owner ? person(lead.owner.name) : nobody },
    { label: department, value: lead.department?.name },
    ...fieldDetails(scope, fields, lead.values),
    { label: created, value: printDate(formatDay(company.timeZone, lead.createdAt), locale) },
    ...(lead.convertedBy ? [{ label: t.convertedBy, value: person(lead.convertedBy) }] : []),
  ]
}

/** The way to what a lead became; of what one may not see, only that it is there. */
function becameOf(scope: Scope, lead: LeadRecord): Detail[] {
  const t = leadsText(scope.locale)
  const { convertedAt, account, accountId, contact, personId, deal, dealId } = lead
  if (!convertedAt) return []
  const link = (kind: { href: string }, named: LeadRecord['account'], id: string | null) =>
    named ? <a href={`${kind.href}/${named.id}`}>{named.name}</a> : id && t.hidden
  const when = formatAgo(scope.locale, scope.company.timeZone, convertedAt, scope.now())
  return [
    { label: t.convertedAt, value: when },
    { label: t.account, value: link(accountKind, account, accountId) },
    { label: t.contact, value: link(personKind, contact, personId) },
    { label: t.deal, value: link(dealKind, deal, dealId) },
  ]
}
