import type { Child } from 'hono/jsx'
import type { Scope } from '../../../../core/scope.ts'
import { Field } from '../../../../views/field.tsx'
import { Icon } from '../../../../views/icon.tsx'
import { viewText } from '../../../../views/messages.ts'
import type { ContactsKind } from '../../kinds.ts'
import { duplicatesText } from '../messages.ts'
import type { Similar } from '../similar.ts'

type WatchProps = { href: string; children?: Child }

/** Around fields that tell whether a record is there already: typing in them asks. */
export const SimilarWatch = ({ href, children }: WatchProps) => (
  <div
    class="watch"
    hx-post={`${href}/similar`}
    hx-trigger="input delay:300ms"
    hx-target="#similar"
    hx-swap="outerMorph"
    hx-sync="this:replace"
  >
    {children}
  </div>
)

type Props = {
  scope: Scope
  kind: ContactsKind
  similar: readonly Similar[]
  anyway?: boolean
  error?: string
}

/** The records that are like the one in the form, and the tick that says it is another one. */
export const SimilarRecords = ({ scope, kind, similar, anyway, error }: Props) => {
  const t = duplicatesText(scope.locale).similar
  if (similar.length === 0) return <section id="similar" aria-live="polite" />
  return (
    <section id="similar" class="similar" aria-live="polite" data-testid="similar">
      <p>
        <Icon name="copy" />
        {t.title}
      </p>
      <ul>
        {similar.map((one) => (
          <li>
            <One scope={scope} href={kind.href} one={one} />
          </li>
        ))}
      </ul>
      {similar.some(({ weight }) => weight === 'likely') && (
        <Field
          t={viewText(scope.locale).form}
          kind="checkbox"
          name="anyway"
          label={t.anyway}
          checked={anyway}
          error={error}
        />
      )}
    </section>
  )
}

type OneProps = { scope: Scope; href: string; one: Similar }

const One = ({ scope, href, one }: OneProps) => {
  const t = duplicatesText(scope.locale).similar
  if (one.kind === 'masked')
    return (
      <>
        {one.name}
        <span class="hint">{one.ask ? t.ask(one.ask) : t.masked}</span>
      </>
    )
  const notes = [
    ...one.reasons.map((reason) => t.reasons[reason]),
    ...(one.archived ? [t.archived] : []),
  ]
  return (
    <>
      <a href={`${href}/${one.id}`} target="_blank" rel="noopener">
        {one.name}
      </a>
      <span class="hint">{notes.join(' · ')}</span>
    </>
  )
}
