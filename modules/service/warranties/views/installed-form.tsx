import type { Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Confirm } from '../../../../views/confirm.tsx'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { accountKind } from '../../../contacts/public.ts'
import type { Installed } from '../installed-products.ts'
import { warrantyText } from '../messages.ts'

type Props = {
  scope: Scope
  account: { id: string; name: string }
  /** Left out for a new one. */
  product?: Installed
  raw: Raw
  errors: FieldErrors
  version?: number
  once?: string
}

const place = '/service/installed-products'

/** The form of a product that a customer has: new, edit and error are the same drawing. */
export const InstalledForm = ({ scope, account, product, raw, errors, version, once }: Props) => {
  const view = viewText(scope.locale)
  const t = warrantyText(scope.locale)
  const back = `${accountKind.href}/${account.id}`
  const field = (name: string) => ({ t: view.form, name, value: raw[name], error: errors[name] })
  return (
    <>
      <PageHead
        t={view.page}
        title={product ? t.edit(product.product) : t.add}
        trail={[{ href: back, label: account.name }]}
        actions={
          product && (
            <Confirm
              t={view.confirm}
              id="remove"
              trigger={{ label: t.remove, icon: 'trash' }}
              title={t.removeTitle(product.product)}
              text={t.removeText}
              action={`${place}/${product.id}/remove`}
              submit={t.remove}
              danger
            />
          )
        }
      />
      <PageBody>
        <Form
          t={view.form}
          action={product ? `${place}/${product.id}` : place}
          errors={errors}
          version={version}
          once={once}
          hidden={product ? undefined : { account: account.id }}
          cancelHref={back}
          testId="installed-form"
        >
          <Field {...field('product')} kind="text" required label={t.product} />
          <Field {...field('serial')} kind="text" label={t.serial} />
          <Field {...field('boughtOn')} kind="date" label={t.bought} />
          <Field {...field('warrantyUntil')} kind="date" label={t.until} />
          <Field {...field('note')} kind="textarea" rows={3} label={t.note} />
        </Form>
      </PageBody>
    </>
  )
}
