import type { Child } from 'hono/jsx'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Module } from '../../core/module.ts'
import { Button } from '../../views/button.tsx'
import { Card } from '../../views/card.tsx'
import { Field } from '../../views/field.tsx'
import { type FieldErrors, Form } from '../../views/form.tsx'
import { viewText } from '../../views/messages.ts'
import { PageBody, PageHead } from '../../views/page.tsx'
import { flagsText } from '../messages.ts'
import type { Effect } from '../preview.ts'
import { MemberNames } from './member-names.tsx'

type Props = {
  locale: Locale
  module: Module
  title: string
  /** What will be, in a sentence. */
  result: string
  effects: readonly Effect[]
  /** The title of a module by its id. */
  titleOf: (module: string) => string
  /** Somebody was faster, in a sentence. */
  conflict?: string | undefined
  stopped: boolean
  action: string
  /** All that the next request needs, a field more than once where it has several values. */
  fields: readonly (readonly [name: string, value: string])[]
  /** Where the choice can be changed once more; it is sent there as it stands. */
  backAction?: string
  reason: string
  reasonError?: string | undefined
  once: string
}

/** What a change would mean for whom, and the question why; only the answer makes the change. */
export const PreviewPage = ({ locale, module, effects, ...props }: Props) => {
  const t = flagsText(locale).preview
  const form = viewText(locale).form
  const here = `/admin/modules/${module.id}`
  const errors: FieldErrors = props.reasonError ? { reason: props.reasonError } : {}
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={props.title}
        trail={[
          { href: '/admin/modules', label: flagsText(locale).modules.title },
          { href: here, label: module.title[locale] },
        ]}
      />
      <PageBody>
        <div class="stack">
          {props.conflict && (
            <div class="error-summary" role="alert" data-testid="conflict">
              <p>{props.conflict}</p>
            </div>
          )}
          <p>{props.result}</p>
          {props.stopped && <p>{t.stopped}</p>}
          {effects.map((effect) => (
            <EffectCard
              locale={locale}
              effect={effect}
              title={titleOf(effect, module, props.titleOf, t)}
            />
          ))}
          <Form
            t={form}
            action={props.action}
            plain
            errors={errors}
            once={props.once}
            submit={t.apply}
            cancelHref={here}
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
              error={props.reasonError}
            />
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

type Text = ReturnType<typeof flagsText>['preview']

/** "+7 people · −2 people", after the module's name where it is another one. */
function titleOf(
  effect: Effect,
  module: Module,
  nameOf: (module: string) => string,
  t: Text,
): string {
  const { gained, lost } = effect
  const counts = [
    gained.length > 0 && t.gain(gained.length),
    lost.length > 0 && t.lose(lost.length),
  ].filter((count) => count !== false)
  const name = effect.module === module.id ? [] : [t.also(nameOf(effect.module))]
  return [...name, ...counts].join(' · ')
}

type EffectProps = { locale: Locale; effect: Effect; title: string }

const EffectCard = ({ locale, effect, title }: EffectProps) => {
  const t = flagsText(locale).preview
  const groups: [string, Effect['gained'], string][] = [
    [t.gained, effect.gained, 'gained'],
    [t.lost, effect.lost, 'lost'],
    [t.narrowed, effect.narrowed, 'narrowed'],
    [t.widened, effect.widened, 'widened'],
  ]
  const shown = groups.filter(([, members]) => members.length > 0)
  return (
    <Card title={title || t.members(effect.members.length)} testId="effect">
      <div class="stack">
        {shown.length === 0 && <p>{t.nothing}</p>}
        {shown.map(([label, members, key]) => (
          <Group label={label} testId={key}>
            <MemberNames locale={locale} members={members} />
          </Group>
        ))}
        {title && <p class="hint">{t.members(effect.members.length)}</p>}
      </div>
    </Card>
  )
}

const Group = ({ label, testId, children }: { label: string; testId: string; children: Child }) => (
  <section data-testid={testId}>
    <h3>{label}</h3>
    {children}
  </section>
)
