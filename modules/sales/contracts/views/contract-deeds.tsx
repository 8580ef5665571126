import { today } from '../../../../core/calendar/reading.ts'
import { onceKey } from '../../../../core/http/once.ts'
import { Button } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Confirm } from '../../../../views/confirm.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { contractKind } from '../kind.ts'
import { contractText } from '../messages.ts'
import { isRenewable } from '../renewing.ts'
import { isNearEnd } from '../terms.ts'
import type { ContractPageProps } from './contract-page.tsx'
import { Renew, RenewCard } from './renew.tsx'

/** What can be done with a contract, by how it stands. */
export const ContractDeeds = (props: ContractPageProps) => {
  const { scope, contract, approval, linked, raw, errors = {} } = props
  const t = contractText(scope.locale)
  const view = viewText(scope.locale)
  const href = `${contractKind.href}/${contract.id}`
  const mayRenew = isRenewable(contract) && !linked.some(({ side }) => side === 'behind')
  const isDue = mayRenew && isNearEnd(contract, today(scope))
  const once = onceKey()
  switch (contract.stored) {
    case 'draft':
      return (
        <Card title={t.release} testId="release">
          {approval?.state === 'returned' && (
            <p class="remark" role="note">
              {t.returned(approval.comment)}
            </p>
          )}
          <Form
            t={view.form}
            id="release"
            action={`${href}/release`}
            errors={errors}
            submit={t.release}
          >
            <Field
              t={view.form}
              form="release"
              kind="textarea"
              rows={2}
              name="reason"
              label={t.reason}
              hint={t.releaseText}
              value={raw.reason}
              error={errors.reason}
            />
          </Form>
        </Card>
      )
    case 'waiting':
      return (
        <Card title={t.states.waiting} testId="waiting">
          <p>
            {t.inApproval}{' '}
            {approval && <a href={`/sales/approvals/${approval.id}`}>{t.seeApproval}</a>}
          </p>
          <form method="post" action={`${href}/recall`}>
            <Button>{t.recall}</Button>
          </form>
        </Card>
      )
    case 'active':
      return (
        <>
          {isDue && <RenewCard {...{ scope, contract, once }} />}
          <div class="actions">
            {mayRenew && !isDue && <Renew {...{ scope, contract, once }} />}
            <form method="post" action={`${href}/reopen`}>
              <Button icon="lock-open">{t.reopen}</Button>
            </form>
            <Confirm
              t={view.confirm}
              id="void-contract"
              trigger={{ label: t.void, icon: 'ban' }}
              title={t.voidTitle}
              text={t.voidText}
              action={`${href}/void`}
              submit={t.void}
              danger
            />
          </div>
        </>
      )
    default:
      return null
  }
}
