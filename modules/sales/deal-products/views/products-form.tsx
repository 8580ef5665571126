import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { printMoney } from '../../../../core/values/money.ts'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import type { DealRecord } from '../../deals/deal-record.ts'
import { dealKind } from '../../deals/kind.ts'
import { LineFields } from '../../lines/views/line-fields.tsx'
import { dealParts } from '../form.ts'
import { productsText } from '../messages.ts'

type Props = {
  scope: Scope
  deal: DealRecord
  currency: string
  raw: Raw
  version: number
  errors?: Errors
}

/** What a deal is about, line by line, and whether its value is what that comes to. */
export const ProductsFormPage = ({ scope, deal, currency, raw, version, errors = {} }: Props) => {
  const view = viewText(scope.locale)
  const t = productsText(scope.locale)
  const href = `${dealKind.href}/${deal.id}`
  const { amount, name } = deal.values
  const stays = amount ? t.valueStays(printMoney(amount, scope.locale)) : t.valueNone
  return (
    <>
      <PageHead t={view.page} title={t.editTitle(name)} trail={[{ href, label: name }]} />
      <PageBody wide>
        <Form
          t={view.form}
          action={`${href}/products`}
          errors={errors}
          version={version}
          cancelHref={href}
          testId="deal-products-form"
        >
          <LineFields {...{ scope, raw, errors, currency }} parts={dealParts} />
          <Field
            t={view.form}
            kind="radio"
            name="value"
            label={t.value}
            hint={t.valueHint}
            value={raw.value}
            error={errors.value}
            options={[
              { value: 'products', label: t.valueFollows },
              { value: 'own', label: stays },
            ]}
          />
        </Form>
      </PageBody>
    </>
  )
}
