import type { Scope } from '../../../../core/scope.ts'
import { Field, type Option } from '../../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { poolText } from '../messages.ts'
import { poolPlace } from './pool-page.tsx'

type Props = {
  scope: Scope
  title: string
  text?: string
  action: string
  /** The record: its list and its id. */
  of: string
  id: string
  field: { kind: 'select' | 'person'; name: string; label: string; options: readonly Option[] }
  submit: string
  value?: string
  errors: FieldErrors
  cancelHref: string
}

/** Asks for one thing before a record goes into a pool or out of it: which pool, or whose it is to be. */
export const ChoosePage = ({ scope, field, errors, ...props }: Props) => {
  const view = viewText(scope.locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={props.title}
        trail={[{ href: poolPlace, label: poolText(scope.locale).title }]}
      />
      <PageBody>
        {props.text && <p>{props.text}</p>}
        <Form
          t={view.form}
          action={props.action}
          errors={errors}
          submit={props.submit}
          cancelHref={props.cancelHref}
          testId="pool-choose"
        >
          <input type="hidden" name="of" value={props.of} />
          <input type="hidden" name="id" value={props.id} />
          <Field
            t={view.form}
            {...field}
            none=""
            value={props.value}
            error={errors[field.name]}
            required
            focus
          />
        </Form>
      </PageBody>
    </>
  )
}
