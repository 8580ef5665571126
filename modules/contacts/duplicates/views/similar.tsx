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

type Asked = { scope: Scope; anyway?: boolean; error?: string }
type Props = Asked & { kind: ContactsKind; similar: readonly Similar[] }

/** The records that are like the one in the form, and the tick that says it is another one. */
export const SimilarRecords = ({ kind, similar, ...asked }: Props) => (
  <SimilarAmong groups={[{ href: kind.href, similar }]} {...asked} />
)

/** Records of one kind that are like another, and what they are called where there are several kinds. */
export type SimilarGroup = { href: string; similar: readonly Similar[]; called?: string }

type GroupsProps = Asked & { groups: readonly SimilarGroup[] }

/** The same among records of several kinds. */
export const SimilarAmong = ({ scope, groups, anyway, error }: GroupsProps) => {
  const t = duplicatesText(scope.locale).similar
  const similar = groups.flatMap((group) => group.similar)
  if (similar.length === 0) return <section id="similar" aria-live="polite" />
  return (
    <section id="similar" class="similar" aria-live="polite" data-testid="similar">
      <p>
        <Icon name="copy" />
        {t.title}
      </p>
      <ul>
        {groups.map(({ href, called, similar }) =>
          similar.map((one) => (
            <li>
              <One scope={scope} href={href} called={called} one={one} />
            </li>
          )),
        )}
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

type OneProps = { scope: Scope; href: string; called?: string; one: Similar }

const One = ({ scope, href, called, one }: OneProps) => {
  const t = duplicatesText(scope.locale).similar
  if (one.kind === 'masked')
    return (
      <>
        {one.name}
        <span class="hint">
          {[called, one.ask ? t.ask(one.ask) : t.masked].filter(Boolean).join(' · ')}
        </span>
      </>
    )
  const notes = [
    ...(called ? [called] : []),
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
