import { today } from '../../../core/calendar/reading.ts'
import { formatShare } from '../../../core/quality/wording.ts'
import type { Scope } from '../../../core/scope.ts'
import { printChoice } from '../../../core/values/choice.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import type { Markup } from '../../../views/markup.ts'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { pill } from '../../../views/pill.tsx'
import { type Column, Table } from '../../../views/table.tsx'
import { vendorRoles } from '../choices.ts'
import { alarmDay, type Completeness, noticeDay } from '../formula.ts'
import { vendorText } from '../messages.ts'
import type { Contract } from '../reading.ts'
import { vendorTabs } from './tabs.tsx'

export type Judged = { contract: Contract; complete: Completeness }
type Props = { scope: Scope; judged: readonly Judged[]; mayManage: boolean }

/** All contracts, how complete they are, and which day must not be missed. */
export const ContractsPage = ({ scope, judged, mayManage }: Props) => {
  const { locale } = scope
  const t = vendorText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        tabs={vendorTabs(locale, 'contracts')}
        actions={
          mayManage && (
            <LinkButton kind="primary" href="/rollout/contracts/new" icon="plus">
              {t.contract.add}
            </LinkButton>
          )
        }
      />
      <PageBody wide>
        <p class="hint">{t.text}</p>
        {judged.length === 0 ? (
          <Empty icon="file-text" title={t.empty} text={t.emptyText} />
        ) : (
          <Card flush testId="contracts">
            <Table
              t={viewText(locale).table}
              caption={t.contracts}
              columns={columnsFor(scope)}
              rows={judged}
              rowId={({ contract }) => contract.id}
              rowName={({ contract }) => contract.vendor}
              rowHref={({ contract }) => `/rollout/contracts/${contract.id}`}
            />
          </Card>
        )}
      </PageBody>
    </>
  )
}

/** What of a contract should not be overlooked on a day. */
export function contractPills(scope: Scope, contract: Contract): Markup[] {
  const t = vendorText(scope.locale)
  const { endsOn, noticeDays, attestedUntil } = contract
  const day = today(scope)
  const [alarm, notice] = [alarmDay(endsOn, noticeDays), noticeDay(endsOn, noticeDays)]
  const pills: Markup[] = []
  if (endsOn && day > endsOn) pills.push(pill(t.expired, 'red'))
  else if (notice && day > notice) pills.push(pill(t.noticePast, 'orange'))
  else if (alarm && day >= alarm) pills.push(pill(t.noticeSoon, 'orange'))
  if (attestedUntil && attestedUntil < day) pills.push(pill(t.attestationOver, 'red'))
  return pills
}

/** How the mandatory clauses stand; a contract without personal data is not judged. */
export function mandatoryPill(scope: Scope, { contract, complete }: Judged): Markup {
  const t = vendorText(scope.locale)
  if (!contract.personalData) return pill(t.noData)
  return complete.open.length === 0
    ? pill(t.allAgreed, 'green')
    : pill(t.openItems(String(complete.open.length)), 'red')
}

function columnsFor(scope: Scope): Column<Judged>[] {
  const { locale } = scope
  const t = vendorText(locale)
  return [
    { key: 'vendor', label: t.vendor, cell: ({ contract }) => contract.vendor },
    {
      key: 'mandatory',
      label: t.mandatory,
      cell: (one) => [mandatoryPill(scope, one), ' ', contractPills(scope, one.contract)],
    },
    {
      key: 'complete',
      label: t.completeness,
      align: 'end',
      cell: ({ contract, complete }) =>
        contract.personalData && complete.share !== null ? formatShare(locale, complete.share) : '',
    },
    {
      key: 'role',
      label: t.contract.edit,
      quiet: true,
      hideOnPhone: true,
      cell: ({ contract }) => printChoice(contract.role, vendorRoles, locale),
    },
    {
      key: 'notice',
      label: t.notice,
      hideOnPhone: true,
      cell: ({ contract }) => noticeDay(contract.endsOn, contract.noticeDays),
    },
    { key: 'ends', label: t.ends, quiet: true, cell: ({ contract }) => contract.endsOn ?? t.noEnd },
  ]
}
