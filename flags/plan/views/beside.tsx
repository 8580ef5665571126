import type { Attachment } from '../../../core/attachments/attachments.ts'
import { Attachments } from '../../../core/attachments/views/attachments.tsx'
import type { Scope } from '../../../core/scope.ts'
import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { Icon } from '../../../views/icon.tsx'
import { viewText } from '../../../views/messages.ts'
import type { Named } from '../dependencies.ts'
import { planText } from '../messages.ts'
import { aboutWork } from '../record.ts'
import { titleOf } from '../wording.ts'
import type { WorkItem } from '../work-items.ts'

export type BesideProps = {
  scope: Scope
  item: WorkItem
  before: readonly Named[]
  files: readonly Attachment[]
  mayDo: boolean
  onceFile: string
  /** All that it could wait for; left out for who may not change it. */
  others?: readonly Named[]
  /** What is wrong with what it shall wait for. */
  wrong?: string | undefined
}

/** What stands below a piece of work: what it waits for, and the files that prove that it is done. */
export const Beside = (props: BesideProps) => {
  const { scope, item, files, mayDo, onceFile } = props
  return (
    <div class="stack">
      <Waits {...props} />
      <Attachments
        scope={scope}
        about={aboutWork(item)}
        files={files}
        mayEdit={mayDo}
        once={onceFile}
      />
    </div>
  )
}

const Waits = ({ scope: { locale }, item, before, others, wrong }: BesideProps) => {
  const t = planText(locale)
  const { form } = viewText(locale)
  const place = `/rollout/plan/items/${item.id}/waits`
  const say = (named: Named) => `${named.stage} · ${titleOf(locale, named)}`
  return (
    <Card title={t.waits} testId="waits">
      <div class="stack">
        <p class="hint">{t.waitsText}</p>
        {before.length === 0 && <p class="nothing">{t.waitsNone}</p>}
        {before.length > 0 && (
          <ul class="waits">
            {before.map((one) => (
              <li>
                <Icon name={one.doneOn ? 'circle-check' : 'circle-dashed'} />
                <span>{say(one)}</span>
                {others && (
                  <form method="post" action={`${place}/${one.id}/drop`}>
                    <Button small>{t.letGo}</Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
        {others && (
          <Form
            t={form}
            id="waits"
            action={place}
            errors={wrong ? { before: wrong } : undefined}
            submit={t.letWait}
            testId="waits-form"
          >
            <Field
              t={form}
              form="waits"
              kind="person"
              name="before"
              label={t.waitsFor}
              none=""
              value=""
              options={others
                .filter(({ id }) => before.every((one) => one.id !== id))
                .map((one) => ({ value: one.id, label: say(one) }))}
              error={wrong}
            />
          </Form>
        )}
      </div>
    </Card>
  )
}
