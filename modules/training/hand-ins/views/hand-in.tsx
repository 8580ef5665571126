import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Card } from '../../../../views/card.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { markdown } from '../../../../views/markdown.ts'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { sayIn } from '../../courses/content.ts'
import { learningText } from '../../learning/messages.ts'
import type { Waiting } from '../handing-in.ts'
import { handInText } from '../messages.ts'

type Props = { scope: Scope; one: Waiting; raw?: Raw; errors?: Errors }

/** A piece of work beside what was asked for, and the form of the decision. */
export const HandInPage = ({ scope, one, raw, errors }: Props) => {
  const { locale } = scope
  const t = handInText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={one.department ? t.from(one.name, one.department) : one.name}
        trail={[{ href: '/training/work', label: t.title }]}
      />
      <PageBody>
        <Card title={sayIn(locale, one.titles)}>
          <details>
            <summary>{learningText(locale).kinds['hand-in']}</summary>
            <div class="prose">{markdown(sayIn(locale, one.asked))}</div>
          </details>
          <div class="prose plain" data-testid="work">
            {one.body}
          </div>
        </Card>
        {one.userId === scope.user.id ? (
          <p class="hint">{t.own}</p>
        ) : one.state === 'waiting' ? (
          <Decision {...{ scope, one, raw, errors }} />
        ) : (
          <p role="status">
            {one.state === 'accepted' ? t.accepted(one.name) : t.returned(one.name)}
          </p>
        )}
      </PageBody>
    </>
  )
}

const Decision = ({ scope, one, raw, errors }: Props) => {
  const t = handInText(scope.locale)
  const form = { t: viewText(scope.locale).form }
  return (
    <Form
      {...form}
      action={`/training/hand-ins/${one.id}`}
      version={one.version}
      errors={errors}
      submit={t.save}
      cancelHref="/training/work"
      testId="decision"
    >
      <Field
        {...form}
        kind="radio"
        name="state"
        label={t.decision}
        value={raw?.state}
        options={[
          { value: 'accepted', label: t.accept },
          { value: 'returned', label: t.giveBack },
        ]}
        error={errors?.state}
      />
      <Field
        {...form}
        kind="textarea"
        name="comment"
        label={t.comment}
        hint={t.commentHint}
        value={raw?.comment}
        error={errors?.comment}
      />
    </Form>
  )
}
