import { FormFields } from '../../../../core/fields/views/form-fields.tsx'
import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { productKind } from '../kind.ts'
import { productText } from '../messages.ts'
import { productFields } from '../product-fields.ts'
import type { Product } from '../reading.ts'

type Props = {
  scope: Scope
  product?: Product
  raw: Raw
  words: Record<string, string[]>
  errors?: Errors
  version?: number
  once?: string
}

/** New, edit and what was wrong: one drawing. */
export const ProductFormPage = ({ scope, product, raw, words, errors = {}, ...form }: Props) => {
  const t = productText(scope.locale)
  const view = viewText(scope.locale)
  const { href } = productKind
  const here = product ? `${href}/${product.id}` : href
  return (
    <>
      <PageHead
        t={view.page}
        title={product ? t.edit : t.add}
        trail={[
          { href, label: t.title },
          ...(product ? [{ href: here, label: product.values.name }] : []),
        ]}
      />
      <PageBody>
        <Form t={view.form} action={here} errors={errors} cancelHref={here} {...form}>
          <FormFields {...{ scope, raw, errors }} fields={productFields} suggestions={words} />
        </Form>
      </PageBody>
    </>
  )
}
