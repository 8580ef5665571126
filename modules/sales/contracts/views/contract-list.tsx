import { may } from '../../../../core/access/person.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printDate } from '../../../../core/values/date.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { LinkButton } from '../../../../views/button.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { pill, type Tone } from '../../../../views/pill.tsx'
import type { Column } from '../../../../views/table.tsx'
import type { ListAddress } from '../../papers/address.ts'
import { paperText } from '../../papers/messages.ts'
import type { Paged } from '../../papers/paged.ts'
import { PaperList } from '../../papers/views/paper-list.tsx'
import { contractKind } from '../kind.ts'
import { contractText } from '../messages.ts'
import { type ContractRow, type ContractView, contractViews } from '../reading.ts'
import type { ContractState } from '../state.ts'

type Props = { scope: Scope; address: ListAddress<ContractView>; list: Paged<ContractRow> }

const { href } = contractKind

const tones: Record<ContractState, Tone> = {
  draft: 'grey',
  waiting: 'orange',
  active: 'green',
  expired: 'orange',
  void: 'grey',
}

/** How a contract stands, as a pill. */
export const statePill = (state: ContractState, { locale }: Pick<Scope, 'locale'>) =>
  pill(contractText(locale).states[state], tones[state])

/** The contracts within reach, each with its balance. */
export const ContractList = ({ scope, address, list }: Props) => {
  const t = contractText(scope.locale)
  return (
    <PaperList
      {...{ scope, address, list }}
      title={t.title}
      path={href}
      states={contractViews.map((state) => ({ state, label: t.views[state] }))}
      columns={columnsFor(scope)}
      rowName={({ number }) => number}
      rowHref={({ id }) => `${href}/${id}`}
      actions={
        may(scope.user, contractKind.edit) && (
          <LinkButton kind="primary" icon="plus" href={`${href}/new`} tour="new-contract">
            {t.add}
          </LinkButton>
        )
      }
      empty={
        <Empty
          icon="file-text"
          title={address.query ? t.nothing : t.empty}
          text={address.query ? t.nothingText : t.emptyText}
        />
      }
    />
  )
}

const columnsFor = ({ locale }: Scope): Column<ContractRow>[] => {
  const t = contractText(locale)
  const papers = paperText(locale)
  const money = (minor: number, currency: string) => printMoney({ minor, currency }, locale)
  return [
    { key: 'number', label: papers.number, cell: ({ number }) => number },
    { key: 'name', label: t.name, cell: ({ name }) => name },
    {
      key: 'account',
      label: papers.account,
      cell: ({ account }) => account ?? papers.outOfReach,
      hideOnPhone: true,
    },
    {
      key: 'total',
      label: t.total,
      align: 'end',
      cell: ({ totalMinor, currency }) => money(totalMinor, currency),
    },
    {
      key: 'balance',
      label: t.balance,
      align: 'end',
      cell: ({ balanceMinor, currency }) => money(balanceMinor, currency),
    },
    {
      key: 'overdue',
      label: t.overdue,
      align: 'end',
      cell: ({ overdueMinor, currency }) =>
        overdueMinor > 0 ? pill(money(overdueMinor, currency), 'red') : '',
    },
    {
      key: 'endsOn',
      label: t.endsOn,
      hideOnPhone: true,
      cell: ({ endsOn }) => endsOn && printDate(endsOn, locale),
    },
    { key: 'state', label: t.state, cell: ({ state }) => statePill(state, { locale }) },
    { key: 'owner', label: papers.owner, cell: ({ owner }) => owner, hideOnPhone: true },
  ]
}
