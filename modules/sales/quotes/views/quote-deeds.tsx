import { may } from '../../../../core/access/person.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { contractKind } from '../../contracts/kind.ts'
import { contractText } from '../../contracts/messages.ts'
import { printPercent } from '../../lines/percent.ts'
import { quoteKind } from '../kind.ts'
import { quoteText } from '../messages.ts'
import type { QuotePageProps } from './quote-page.tsx'

/** What can be done with a quote, by how it stands. */
export const QuoteDeeds = (props: QuotePageProps) => {
  const { quote, scope, approval } = props
  const t = quoteText(scope.locale)
  const href = `${quoteKind.href}/${quote.id}`
  switch (quote.stored) {
    case 'draft':
      return (
        <Card title={t.release} testId="release">
          {approval?.state === 'returned' && (
            <p class="remark" role="note">
              {t.returned(approval.comment)}
            </p>
          )}
          <Release {...props} href={href} />
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
    case 'open':
      return (
        <Card title={t.decide} testId="decide">
          <Decide {...props} href={href} />
          <Again href={href} label={t.revise} />
        </Card>
      )
    case 'accepted':
    case 'refused':
      return (
        <Card>
          {quote.stored === 'accepted' && may(scope.user, contractKind.edit) && (
            <p>
              <LinkButton
                kind="primary"
                icon="file-invoice"
                href={`${contractKind.href}/new?quote=${quote.id}`}
              >
                {contractText(scope.locale).fromQuote}
              </LinkButton>
            </p>
          )}
          <Again href={href} label={t.revise} />
        </Card>
      )
    default:
      return null
  }
}

type Placed = QuotePageProps & { href: string }

const Release = ({ scope, quote, raw, errors = {}, limit, href }: Placed) => {
  const { locale } = scope
  const t = quoteText(locale)
  const view = viewText(locale)
  const isOver = Number(quote.topDiscount) > limit
  return (
    <Form t={view.form} action={`${href}/release`} errors={errors} submit={t.release} id="release">
      {isOver ? (
        <Field
          t={view.form}
          form="release"
          kind="textarea"
          rows={2}
          name="reason"
          label={t.reason}
          hint={t.reasonHint(
            printPercent(String(limit), locale),
            printPercent(quote.topDiscount, locale),
          )}
          value={raw.reason}
          error={errors.reason}
        />
      ) : (
        <p class="hint">{t.releaseText}</p>
      )}
    </Form>
  )
}

const Decide = ({ scope, raw, errors = {}, href }: Placed) => {
  const t = quoteText(scope.locale)
  const view = viewText(scope.locale)
  const field = (name: string) => ({
    ...{ t: view.form, form: 'decide', name },
    ...{ value: raw[name], error: errors[name] },
  })
  return (
    <Form t={view.form} action={`${href}/decide`} errors={errors} id="decide">
      <Field
        {...field('outcome')}
        kind="radio"
        label={t.answer}
        value={raw.outcome ?? 'accepted'}
        options={[
          { value: 'accepted', label: t.accept },
          { value: 'refused', label: t.refuse },
        ]}
      />
      <Field {...field('decidedOn')} kind="date" label={t.decidedOn} required />
      <Field {...field('decision')} kind="textarea" rows={2} label={t.decision} />
    </Form>
  )
}

const Again = ({ href, label }: { href: string; label: string }) => (
  <form method="post" action={`${href}/revise`}>
    <Button icon="copy">{label}</Button>
  </form>
)
