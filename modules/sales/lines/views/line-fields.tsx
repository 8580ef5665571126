import type { Errors, Raw } from '../../../../core/http/form.ts'
import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button } from '../../../../views/button.tsx'
import { Field } from '../../../../views/field.tsx'
import { FieldGroup } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { productKind } from '../../products/kind.ts'
import { type LinePart, lineParts, partName, rowsOf } from '../line-form.ts'
import { lineText } from '../messages.ts'

/** So many empty lines stand below those that are filled. */
export const spare = 3

/** The button that draws the form again with more lines, and saves nothing. */
export const moreName = 'moreLines'

type Props = {
  scope: Scope
  raw: Raw
  errors: Errors
  currency: string
  /** What a line says, where it is not everything. */
  parts?: readonly LinePart[]
}

/** The lines of a paper as typed, with some empty ones below. */
export const LineFields = ({ scope, raw, errors, currency, parts = lineParts }: Props) => {
  const t = lineText(scope.locale)
  const view = viewText(scope.locale)
  const filled = rowsOf(raw)
  const rows = Math.max(filled, spare) + (raw[moreName] ? spare : 0)
  const kinds: Record<LinePart, 'text' | 'number' | 'money'> = {
    product: 'text',
    quantity: 'number',
    price: 'money',
    discount: 'number',
    taxRate: 'number',
  }
  return (
    <section class="line-fields" aria-label={t.lines}>
      <p class="hint">{t.lineHint}</p>
      {Array.from({ length: rows }, (_, at) => (
        <FieldGroup label={t.line(formatNumber(scope.locale, at + 1))}>
          <div class="line-row">
            {parts.map((part) => (
              <Field
                t={view.form}
                kind={kinds[part]}
                name={partName(at, part)}
                label={t[part]}
                value={raw[partName(at, part)]}
                error={errors[partName(at, part)]}
                unit={
                  part === 'price'
                    ? currency
                    : part === 'product' || part === 'quantity'
                      ? undefined
                      : '%'
                }
                names={part === 'product' ? `${productKind.href}/names` : undefined}
              />
            ))}
          </div>
        </FieldGroup>
      ))}
      <Button small icon="plus" name={moreName} value="yes">
        {t.more}
      </Button>
    </section>
  )
}
