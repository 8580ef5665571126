import type { Child } from 'hono/jsx'
import type { Raw } from '../../../../core/http/form.ts'
import { formatAgo, formatNumber } from '../../../../core/i18n/format.ts'
import type { Subject } from '../../../../core/records/subjects.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { Button } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Details } from '../../../../views/details.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { approvalText } from '../messages.ts'
import type { Approval, Decision } from '../reading.ts'
import { approvalPill } from './approval-list.tsx'

type Props = {
  scope: Scope
  approval: Approval & { decisions: readonly Decision[] }
  /** The paper itself, for who may see it. */
  subject?: Subject
  matter: Child
  raw: Raw
  error?: string
}

const path = '/sales/approvals'

/** What is to be decided, what was decided, and two buttons that fit a thumb. */
export const ApprovalPage = ({ scope, approval, subject, matter, raw, error }: Props) => {
  const { locale, company } = scope
  const t = approvalText(locale)
  const { amountMinor, currency, steps, step, askedAt } = approval
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={approval.title}
        note={approvalPill(approval.state, scope)}
        trail={[{ href: path, label: t.title }]}
      />
      <PageBody>
        <div class="stack">
          <Details
            empty={viewText(locale).record.empty}
            items={[
              { label: t.what, value: t.kinds[approval.object] },
              {
                label: t.paper,
                value: subject ? <a href={subject.href}>{subject.name}</a> : approval.title,
              },
              { label: t.amount, value: printMoney({ minor: amountMinor, currency }, locale) },
              { label: t.asker, value: approval.asker },
              {
                label: t.askedAt,
                value: formatAgo(locale, company.timeZone, askedAt, scope.now()),
              },
              { label: t.reason, value: approval.reason },
              ...(approval.state === 'waiting' && steps.length > 1
                ? [
                    {
                      label: t.state,
                      value: t.step(formatNumber(locale, step), formatNumber(locale, steps.length)),
                    },
                  ]
                : []),
            ]}
          />
          <Card flush>{matter}</Card>
          <Decisions {...{ scope }} decisions={approval.decisions} />
          {approval.mayDecide && <DecideForm {...{ scope, approval, raw, error }} />}
        </div>
      </PageBody>
    </>
  )
}

const Decisions = ({
  scope: { locale, company, now },
  decisions,
}: {
  scope: Scope
  decisions: readonly Decision[]
}) => {
  const t = approvalText(locale)
  return (
    <Card title={t.decisions} testId="decisions">
      {decisions.length === 0 && <p class="hint">{t.noDecisions}</p>}
      <ol class="plain-list">
        {decisions.map(({ verdict, by, insteadOf, comment, at }) => {
          const who = insteadOf ? t.instead(by ?? '', insteadOf) : (by ?? '')
          return (
            <li>
              {verdict === 'approved' ? t.approvedBy(who) : t.returnedBy(who)} ·{' '}
              {formatAgo(locale, company.timeZone, at, now())}
              {comment && <p>{comment}</p>}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

type FormProps = Pick<Props, 'scope' | 'approval' | 'raw' | 'error'>

const DecideForm = ({ scope, approval, raw, error }: FormProps) => {
  const t = approvalText(scope.locale)
  const { form } = viewText(scope.locale)
  return (
    <Card title={t.decision} testId="decide">
      <Form
        t={form}
        id="decide"
        action={`${path}/${approval.id}`}
        errors={error ? { comment: error } : undefined}
        hidden={{ step: String(approval.step) }}
        submit={t.approve}
        submitIcon="check"
        extraActions={
          <Button name="verdict" value="returned" icon="arrow-back-up">
            {t.sendBack}
          </Button>
        }
      >
        <Field
          t={form}
          form="decide"
          kind="textarea"
          rows={2}
          name="comment"
          label={t.comment}
          hint={t.commentHint}
          value={raw.comment}
          error={error}
        />
      </Form>
    </Card>
  )
}
