import { formatAgo } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Pill } from '../../../views/pill.tsx'
import { type Voice, voiceKinds } from '../feedback.ts'
import { feedbackText } from '../messages.ts'

type Props = { scope: Scope; voices: readonly Voice[]; isOwn: boolean; mayAnswer: boolean }

/** What people said, with the answers. */
export const FeedbackPage = ({ scope, voices, isOwn, mayAnswer }: Props) => {
  const t = feedbackText(scope.locale)
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={isOwn ? t.mine : t.title}
        actions={
          isOwn && (
            <LinkButton kind="primary" href="/rollout/feedback/new?page=/" icon="plus">
              {t.sayOwn}
            </LinkButton>
          )
        }
      />
      <PageBody>
        <div class="stack">
          <p class="hint">{isOwn ? t.mineText : t.text}</p>
          {voices.length === 0 && (
            <Empty
              icon="message-circle"
              title={isOwn ? t.ownEmpty : t.empty}
              text={isOwn ? t.ownEmptyText : t.emptyText}
            />
          )}
          {voices.map((voice) => (
            <VoiceCard scope={scope} voice={voice} mayAnswer={mayAnswer} />
          ))}
        </div>
      </PageBody>
    </>
  )
}

type VoiceProps = { scope: Scope; voice: Voice; mayAnswer: boolean }

const VoiceCard = ({ scope, voice, mayAnswer }: VoiceProps) => {
  const { locale, company } = scope
  const t = feedbackText(locale)
  const { id, kind, who, page, at, text, answer, settledAt } = voice
  return (
    <Card testId="voice">
      <div class="stack">
        <p>
          <Pill text={t.kinds[kind]} tone={kind === 'blocks' ? 'red' : 'blue'} />{' '}
          <Pill text={settledAt ? t.settled : t.open} tone={settledAt ? 'green' : 'orange'} />{' '}
          <span class="hint">
            {[who, formatAgo(locale, company.timeZone, at, scope.now())].join(' · ')}
            {' · '}
            <a href={page}>{page === '/' ? t.startPage : t.openPage}</a>
          </span>
        </p>
        <p class="plain-text">{text}</p>
        {answer && <p class="remark plain-text">{answer}</p>}
        {mayAnswer && !settledAt && (
          <form method="post" action={`/rollout/feedback/${id}`} class="inline-form">
            <input
              class="input"
              name="answer"
              aria-label={t.answer}
              placeholder={t.answer}
              required
            />
            <Button>{t.answer}</Button>
          </form>
        )}
      </div>
    </Card>
  )
}

type SayProps = {
  scope: Scope
  page: string
  kind: string
  text: string
  error?: string
  once: string
}

/** Asks what blocks somebody. */
export const SayPage = ({ scope: { locale }, page, kind, text, error, once }: SayProps) => {
  const t = feedbackText(locale)
  const { form } = viewText(locale)
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.blocks} />
      <PageBody>
        <Form
          t={form}
          action="/rollout/feedback"
          errors={error ? { text: error } : {}}
          hidden={{ page }}
          once={once}
          submit={t.send}
          cancelHref={page}
          testId="feedback-form"
        >
          {page !== '/' && <p class="hint">{t.onPage(page)}</p>}
          <Field
            t={form}
            kind="radio"
            name="kind"
            label={t.kind}
            value={kind}
            options={voiceKinds.map((value) => ({ value, label: t.kinds[value] }))}
          />
          <Field
            t={form}
            kind="textarea"
            name="text"
            label={t.what}
            value={text}
            error={error}
            required
            focus
          />
        </Form>
      </PageBody>
    </>
  )
}
