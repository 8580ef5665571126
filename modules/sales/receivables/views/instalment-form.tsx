import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Confirm } from '../../../../views/confirm.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { contractKind } from '../../contracts/kind.ts'
import { contractText } from '../../contracts/messages.ts'
import type { Contract } from '../../contracts/reading.ts'
import { receivableText } from '../messages.ts'
import type { InstalmentRow } from '../reading.ts'

type Props = {
  scope: Scope
  contract: Contract
  instalment?: InstalmentRow
  raw: Raw
  errors?: Errors
  version?: number
  once?: string
}

/** What is to be paid by when. */
export const InstalmentFormPage = (props: Props) => {
  const { scope, contract, instalment, raw, errors = {}, ...form } = props
  const t = receivableText(scope.locale)
  const view = viewText(scope.locale)
  const { href } = contractKind
  const above = `${href}/${contract.id}`
  const action = instalment ? `${href}/instalments/${instalment.id}` : `${above}/instalments`
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead
        t={view.page}
        title={instalment ? t.editInstalment : t.addInstalment}
        trail={[
          { href, label: contractText(scope.locale).title },
          { href: above, label: contract.number },
        ]}
        actions={
          instalment &&
          instalment.status !== 'void' && (
            <Confirm
              t={view.confirm}
              id="void-instalment"
              trigger={{ label: t.letGo, icon: 'ban' }}
              title={t.letGoTitle}
              text={t.letGoText}
              action={`${action}/void`}
              submit={t.letGo}
              danger
            />
          )
        }
      />
      <PageBody>
        <Form t={view.form} action={action} errors={errors} cancelHref={above} {...form}>
          <Field {...field('dueOn')} kind="date" label={t.dueOn} required focus />
          <Field
            {...field('amount')}
            kind="money"
            unit={contract.currency}
            label={t.amount}
            required
          />
          <Field {...field('note')} kind="text" label={t.note} />
        </Form>
      </PageBody>
    </>
  )
}
