import type { Errors, Raw } from '../../../../core/http/form.ts'
import { formatMoment } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Card } from '../../../../views/card.tsx'
import { Details } from '../../../../views/details.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { pill } from '../../../../views/pill.tsx'
import { Table } from '../../../../views/table.tsx'
import { learningText } from '../../learning/messages.ts'
import type { HelpRequest } from '../asking.ts'
import { helpText } from '../messages.ts'

const place = '/training/help-requests'

const when = ({ locale, company }: Scope, at: Date): string =>
  formatMoment(locale, company.timeZone, new Date(at))

/** One's own questions and those one may answer. */
export const RequestsPage = ({
  scope,
  requests,
}: {
  scope: Scope
  requests: readonly HelpRequest[]
}) => {
  const t = helpText(scope.locale).requests
  const view = viewText(scope.locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        trail={[{ href: '/training', label: learningText(scope.locale).title }]}
      />
      <PageBody wide>
        {requests.length === 0 ? (
          <Empty icon="help-circle" title={t.empty} text={t.emptyText} />
        ) : (
          <>
            <p class="hint">{t.hint}</p>
            <Table
              t={view.table}
              caption={t.title}
              columns={[
                { key: 'question', label: t.question, cell: (one) => one.question.slice(0, 80) },
                { key: 'asker', label: t.asker, cell: (one) => one.asker },
                {
                  key: 'when',
                  label: t.when,
                  quiet: true,
                  cell: (one) => when(scope, one.askedAt),
                },
                {
                  key: 'state',
                  label: t.state,
                  cell: (one) =>
                    one.answeredAt ? pill(t.answered, 'green') : pill(t.open, 'orange'),
                },
              ]}
              rows={requests}
              rowId={(one) => one.id}
              rowName={(one) => one.question.slice(0, 80)}
              rowHref={(one) => `${place}/${one.id}`}
            />
          </>
        )}
      </PageBody>
    </>
  )
}

type Props = { scope: Scope; request: HelpRequest; raw?: Raw; errors?: Errors }

/** One question with its answer, or the form of it. */
export const RequestPage = ({ scope, request, raw, errors = {} }: Props) => {
  const t = helpText(scope.locale).requests
  const form = { t: viewText(scope.locale).form }
  const { asker, department, path, question, answer, answerer, answeredAt } = request
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.question}
        trail={[{ href: place, label: t.title }]}
      />
      <PageBody>
        <Card testId="question">
          <div class="prose plain">{question}</div>
          <Details
            empty=""
            items={[
              { label: t.asker, value: [asker, department].filter(Boolean).join(' · ') },
              { label: t.when, value: when(scope, request.askedAt) },
              { label: t.page, value: <a href={path}>{path}</a> },
            ]}
          />
        </Card>
        {answeredAt ? (
          <Card title={t.answer} testId="answer">
            <div class="prose plain">{answer}</div>
            <p class="hint">{t.by(answerer ?? '', when(scope, answeredAt))}</p>
          </Card>
        ) : request.mayAnswer ? (
          <Form
            {...form}
            action={`${place}/${request.id}/answer`}
            errors={errors}
            submit={t.answerSubmit}
            cancelHref={place}
            testId="answer-form"
          >
            <Field
              {...form}
              kind="textarea"
              name="answer"
              label={t.answer}
              rows={5}
              value={raw?.answer}
              error={errors.answer}
            />
          </Form>
        ) : (
          <p class="hint">{t.waiting}</p>
        )}
      </PageBody>
    </>
  )
}
