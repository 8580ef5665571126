import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Directory } from '../../access/directory.ts'
import type { Raw } from '../../http/form.ts'
import { formatNumber } from '../../i18n/format.ts'
import type { Listed } from '../../lists/listed.ts'
import type { Scope } from '../../scope.ts'
import { bulkText } from '../messages.ts'
import type { BulkDeed } from '../order.ts'
import { FieldChoice } from './field-choice.tsx'
import { OrderFields } from './order-fields.tsx'

export type BulkProps = {
  scope: Scope
  list: Listed
  deed: BulkDeed
  /** How many records it is for. */
  count: number
  /** Why nothing can be done, in a sentence. */
  hindrance: string | undefined
  ids: readonly string[]
  params: string
  /** What the list shows, in words. */
  said: readonly string[]
  directory: Directory
  /** Ids of colleagues for whom the list's module is off. */
  unseeing: ReadonlySet<string>
  tags: readonly string[]
  raw: Raw
  errors: FieldErrors
  once: string
}

/** Asks before many records are changed: which, how many, and to what. */
export const BulkPage = (props: BulkProps) => {
  const { scope, list, deed, count, hindrance, ids, params, said } = props
  const { locale } = scope
  const t = bulkText(locale)
  const records = t.records(formatNumber(locale, count))
  const back = params ? `${list.href}?${params}` : list.href
  const field = list.bulk.fields(scope).find((one) => one.field === props.raw.field)
  const asksField = deed === 'edit' && !field
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={hindrance ? t.deeds[deed] : t.title(t.deeds[deed], records)}
        trail={[{ href: back, label: list.title[locale] }]}
      />
      <PageBody>
        <div class="bulk-scope" data-testid="bulk-scope">
          <p>{ids.length > 0 ? t.chosen : t.scope}</p>
          {ids.length === 0 && (
            <p>
              {said.length === 0 ? (
                <span class="chip">{t.noFilter}</span>
              ) : (
                said.map((one) => <span class="chip">{one}</span>)
              )}
            </p>
          )}
          <p class="hint">{t.permitted}</p>
        </div>
        {hindrance ? (
          <p class="warning" role="alert">
            {hindrance}
          </p>
        ) : asksField ? (
          <FieldChoice {...props} />
        ) : (
          <Form
            t={viewText(locale).form}
            action={`${list.href}/bulk/start`}
            errors={props.errors}
            once={props.once}
            hidden={{ do: deed, state: params, ...(field && { field: field.field }) }}
            submit={t.confirm(t.deeds[deed], records)}
            danger={deed === 'archive'}
            cancelHref={back}
            guard={false}
            testId="bulk-form"
          >
            {ids.map((id) => (
              <input type="hidden" name="id" value={id} />
            ))}
            <OrderFields {...props} field={field} />
          </Form>
        )}
      </PageBody>
    </>
  )
}
