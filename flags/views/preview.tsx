import type { Child } from 'hono/jsx'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Module } from '../../core/module.ts'
import { Button } from '../../views/button.tsx'
import { Field } from '../../views/field.tsx'
import { type FieldErrors, Form } from '../../views/form.tsx'
import { viewText } from '../../views/messages.ts'
import { PageBody, PageHead } from '../../views/page.tsx'
import { flagsText } from '../messages.ts'
import type { Effect } from '../preview.ts'
import { EffectCard } from './effect-card.tsx'

type Props = {
  locale: Locale
  module: Module
  title: string
  /** The pages above; the last is where one goes back to. */
  trail: readonly { href: string; label: string }[]
  /** What will be, in a sentence. */
  result: string
  effects: readonly Effect[]
  /** The title of a module by its id. */
  titleOf: (module: string) => string
  /** Somebody was faster, in a sentence. */
  conflict?: string | undefined
  action: string
  /** All that the next request needs, a field more than once where it has several values. */
  fields: readonly (readonly [name: string, value: string])[]
  /** Where the choice can be changed once more; it is sent there as it stands. */
  backAction?: string
  reason: string
  /** What else is asked. */
  asks?: Child
  errors: FieldErrors
  once: string
}

/** What a change would mean for whom, and the question why; only the answer makes the change. */
export const PreviewPage = ({ locale, module, effects, ...props }: Props) => {
  const t = flagsText(locale).preview
  const form = viewText(locale).form
  return (
    <>
      <PageHead t={viewText(locale).page} title={props.title} trail={props.trail} />
      <PageBody>
        <div class="stack">
          {props.conflict && (
            <div class="error-summary" role="alert" data-testid="conflict">
              <p>{props.conflict}</p>
            </div>
          )}
          <p>{props.result}</p>
          {effects.map((effect) => (
            <EffectCard
              locale={locale}
              effect={effect}
              also={effect.module === module.id ? undefined : props.titleOf(effect.module)}
            />
          ))}
          <Form
            t={form}
            action={props.action}
            plain
            errors={props.errors}
            once={props.once}
            submit={t.apply}
            cancelHref={props.trail.at(-1)?.href}
            extraActions={
              props.backAction && (
                <Button formaction={props.backAction} icon="arrow-left">
                  {t.back}
                </Button>
              )
            }
          >
            <Hidden fields={props.fields} />
            <Field
              t={form}
              kind="text"
              name="reason"
              label={t.reason}
              hint={t.reasonHint}
              required
              value={props.reason}
              error={props.errors.reason}
            />
            {props.asks}
          </Form>
        </div>
      </PageBody>
    </>
  )
}

const Hidden = ({ fields }: Pick<Props, 'fields'>) => (
  <>
    {fields.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)
