import type { Scope } from '../../../../core/scope.ts'
import { markdown } from '../../../../views/markdown.ts'
import { Pill } from '../../../../views/pill.tsx'
import { sayIn } from '../../courses/content.ts'
import { learningText } from '../../learning/messages.ts'
import type { Attempt } from '../../learning/taking.ts'

type Props = { scope: Scope; attempt: Attempt; right: ReadonlySet<string> }

/** What was right, and why: once nothing depends on it any more. */
export const Explanations = ({ scope: { locale }, attempt, right }: Props) => {
  const t = learningText(locale).quiz
  return (
    <section class="explanations">
      <h3>{t.explanations}</h3>
      <ol>
        {attempt.drawn.map(({ id, question }) => (
          <li>
            <p>
              {sayIn(locale, question.stem)}{' '}
              <Pill
                text={right.has(id) ? t.right : t.wrong}
                tone={right.has(id) ? 'green' : 'red'}
              />
            </p>
            <ul>
              {question.options
                .filter(
                  ({ right: isRight }) =>
                    isRight || question.kind === 'order' || question.kind === 'match',
                )
                .map(({ text, to }) => (
                  <li>
                    {[sayIn(locale, text), to && sayIn(locale, to)].filter(Boolean).join(' → ')}
                  </li>
                ))}
            </ul>
            <div class="prose">{markdown(sayIn(locale, question.explanation))}</div>
          </li>
        ))}
      </ol>
    </section>
  )
}
