import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Empty } from '../../../../views/empty.tsx'
import { Field } from '../../../../views/field.tsx'
import { Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import type { ContactsKind } from '../../kinds.ts'
import type { SureCount } from '../certain.ts'
import { duplicatesText } from '../messages.ts'
import { queueHref } from './queue-tabs.ts'

type Props = { scope: Scope; kind: ContactsKind; counts: readonly SureCount[] }

/** Before all pairs of a likelihood are merged: how many they are, and what becomes of them. */
export const CertainPage = ({ scope, kind, counts }: Props) => {
  const { locale } = scope
  const view = viewText(locale)
  const words = duplicatesText(locale)
  const t = words.certain
  const there = counts.filter(({ count }) => count > 0)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        trail={[{ href: queueHref(kind), label: words.title }]}
      />
      <PageBody>
        {there.length === 0 ? (
          <Empty icon="copy" title={words.queue.emptyTitle} text={t.none} />
        ) : (
          <Form
            t={view.form}
            action={`${queueHref(kind)}/certain`}
            submit={t.submit}
            submitIcon="arrow-merge"
            cancelHref={queueHref(kind)}
            testId="merge-certain"
          >
            <p>{t.text}</p>
            <Field
              t={view.form}
              kind="radio"
              name="score"
              label={t.which}
              value={String(there[0]?.score)}
              options={there.map(({ score, count }) => ({
                value: String(score),
                label: t.atLeast(String(score), formatNumber(locale, count)),
              }))}
            />
          </Form>
        )}
      </PageBody>
    </>
  )
}
