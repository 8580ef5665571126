import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Scope } from '../../scope.ts'
import type { Quality } from '../declared.ts'
import { fewestChecks } from '../formula.ts'
import { qualityText } from '../messages.ts'
import { type Drawn, mostDrawn } from '../sampling.ts'

type Props = {
  scope: Scope
  quality: Quality
  /** How many records were checked lately. */
  checked: number
  /** Undefined when the module is off for the reader. */
  sample?: readonly Drawn[]
  mayCheck: boolean
  once: string
}

const place = '/rollout/data-quality/sample'

/** The records of one kind that were drawn by lot, those that wait to be checked first. */
export const SamplePage = ({ scope, quality, checked, sample, mayCheck, once }: Props) => {
  const words = qualityText(scope.locale)
  const t = words.sample
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={`${t.title} · ${quality.title[scope.locale]}`}
        trail={[{ href: '/rollout/data-quality', label: words.title }]}
      />
      <PageBody wide>
        <div class="stack">
          <p class="hint">{t.text}</p>
          <p>{t.progress(String(checked), String(fewestChecks))}</p>
          {sample && mayCheck && <DrawForm scope={scope} object={quality.object} once={once} />}
          {!sample && <p>{words.openModule}</p>}
          {sample?.length === 0 && <Empty icon="gauge" title={t.none} text={t.noneText} />}
          {sample && sample.length > 0 && (
            <Card flush testId="sample">
              <ul class="bad-records">
                {sample.map((drawn) => (
                  <Line scope={scope} href={quality.href} drawn={drawn} mayCheck={mayCheck} />
                ))}
              </ul>
            </Card>
          )}
        </div>
      </PageBody>
    </>
  )
}

type DrawProps = Pick<Props, 'scope' | 'once'> & { object: string }

const DrawForm = ({ scope, object, once }: DrawProps) => {
  const t = qualityText(scope.locale).sample
  return (
    <form method="post" action={place} class="inline-form">
      <input type="hidden" name="object" value={object} />
      <input type="hidden" name="_once" value={once} />
      <input
        class="input"
        type="number"
        name="count"
        value={String(fewestChecks)}
        min="1"
        max={String(mostDrawn)}
        aria-label={t.count}
      />
      <Button small>{t.draw}</Button>
    </form>
  )
}

type LineProps = { scope: Scope; href: string; drawn: Drawn; mayCheck: boolean }

const Line = ({ scope, href, drawn, mayCheck }: LineProps) => {
  const t = qualityText(scope.locale).sample
  const { id, recordId, name, checkedAt, verdicts } = drawn
  const all = Object.values(verdicts)
  const right = all.filter((verdict) => verdict === 'right').length
  return (
    <li data-testid="row">
      <a href={`${href}/${recordId}`}>{name}</a>
      <span class="hint">{checkedAt ? t.result(String(right), String(all.length)) : t.open}</span>
      {mayCheck && (
        <LinkButton href={`${place}/${id}`} icon="checkbox" small>
          {checkedAt ? t.again : t.check}
        </LinkButton>
      )}
    </li>
  )
}
