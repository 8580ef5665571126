import { may } from '../../../../core/access/person.ts'
import { Tags } from '../../../../core/records/views/record-parts.tsx'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { Details } from '../../../../views/details.tsx'
import { viewText } from '../../../../views/messages.ts'
import { RecordHead } from '../../../../views/record.tsx'
import { dealKind } from '../../deals/kind.ts'
import { paperText } from '../../papers/messages.ts'
import { quoteKind } from '../../quotes/kind.ts'
import type { Linked } from '../follow-on.ts'
import { contractKind } from '../kind.ts'
import { contractText } from '../messages.ts'
import type { Contract } from '../reading.ts'
import { statePill } from './contract-columns.ts'

type Props = { scope: Scope; contract: Contract; linked?: readonly Linked[] }

/** With whom a contract was made, about what and for how long. */
export const ContractSummary = ({ scope, contract, linked = [] }: Props) => {
  const { locale, user } = scope
  const t = contractText(locale)
  const papers = paperText(locale)
  const account = contract.account ?? papers.outOfReach
  const isSeen = contract.account !== null && may(user, 'contacts.accounts.view')
  const day = (iso: string | null) => (iso ? printDate(iso, locale) : '')
  const { startsOn, endsOn } = contract
  return (
    <>
      <RecordHead
        name={contract.name}
        firm
        note={
          <>
            {contract.number} {statePill(contract.state, scope)}
          </>
        }
      />
      <Tags
        scope={scope}
        href={`${contractKind.href}/${contract.id}`}
        tags={contract.tags}
        mayEdit={contract.mayEdit}
      />
      <Details
        empty={viewText(locale).record.empty}
        items={[
          {
            label: papers.account,
            value: isSeen ? (
              <a href={`/contacts/accounts/${contract.accountId}`}>{account}</a>
            ) : (
              account
            ),
          },
          ...(contract.deal
            ? [
                {
                  label: papers.deal,
                  value: <a href={`${dealKind.href}/${contract.deal.id}`}>{contract.deal.name}</a>,
                },
              ]
            : []),
          { label: t.signedOn, value: day(contract.signedOn) },
          {
            label: t.termTitle,
            value: startsOn || endsOn ? t.term(day(startsOn), day(endsOn)) : '',
          },
          ...linked.map(({ id, side, number }) => ({
            label: side === 'before' ? t.renews : t.renewedBy,
            value: number ? <a href={`${contractKind.href}/${id}`}>{number}</a> : papers.outOfReach,
          })),
          ...(contract.quoteId
            ? [
                {
                  label: t.quote,
                  value: <a href={`${quoteKind.href}/${contract.quoteId}`}>{t.quote}</a>,
                },
              ]
            : []),
          { label: t.terms, value: contract.terms },
          { label: papers.owner, value: contract.owner },
          { label: papers.department, value: contract.department },
        ]}
      />
    </>
  )
}
