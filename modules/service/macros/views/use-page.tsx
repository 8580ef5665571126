import type { Raw } from '../../../../core/http/form.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { Field } from '../../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { PanelItem } from '../../../../views/panel.tsx'
import { Pill } from '../../../../views/pill.tsx'
import type { Category, State } from '../../states/state-types.ts'
import { priority } from '../../tickets/choices.ts'
import { ticketKind } from '../../tickets/kind.ts'
import type { TicketRecord } from '../../tickets/ticket-record.ts'
import { type FillingKey, fillings } from '../filling.ts'
import { isMacro, type Macro } from '../macros.ts'
import { macroText } from '../messages.ts'

type Props = {
  scope: Scope
  ticket: TicketRecord
  macros: readonly Macro[]
  states: readonly State[]
  categories: readonly Category[]
  /** The newest message of the ticket, so that nobody answers past a colleague. */
  latest: string
  /** The one that is looked at. */
  macro?: Macro
  preview?: { text: string; missing: readonly FillingKey[] }
  typed?: { raw: Raw; errors: FieldErrors }
  once: string
  /** Why the answer is not sent, in words. */
  unsent?: string
}

/** The saved replies for a ticket, and what the chosen one comes to before it is done. */
export const UsePage = (props: Props) => {
  const { scope, ticket, macros, macro } = props
  const t = macroText(scope.locale)
  const href = `${ticketKind.href}/${ticket.id}`
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={macro ? t.use.preview(macro.name) : t.use.title}
        trail={[
          { href: ticketKind.href, label: ticketKind.text(scope.locale).title },
          { href, label: ticket.values.number },
        ]}
      />
      <PageBody>
        {macro && <Preview {...props} macro={macro} />}
        {macros.length === 0 && <Empty icon="message" title={t.empty} text={t.emptyText} />}
        {macros.length > 0 && (
          <Card title={t.use.title} testId="macros">
            <p class="hint">{t.use.choose}</p>
            {macros.map((one) => (
              <PanelItem
                href={`${href}/macros?macro=${one.id}`}
                title={one.name}
                aside={isMacro(one) && <Pill text={t.macro} tone="violet" />}
                note={one.text.slice(0, 120)}
              />
            ))}
          </Card>
        )}
      </PageBody>
    </>
  )
}

const Preview = (props: Props & { macro: Macro }) => {
  const { scope, ticket, macro, latest, preview, typed, once, unsent } = props
  const form = viewText(scope.locale).form
  const t = macroText(scope.locale).use
  const href = `${ticketKind.href}/${ticket.id}`
  const labels = new Map(fillings.map(({ key, label }) => [key, label[scope.locale]]))
  const missing = preview?.missing.map((key) => labels.get(key)).join(' · ')
  const changes = changesOf(props)
  return (
    <Card testId="preview">
      <Form
        t={form}
        action={`${href}/macros`}
        version={ticket.version}
        once={once}
        errors={typed?.errors}
        hidden={{ macro: macro.id, seen: String(macro.version), latest }}
        submit={submitOf(scope, macro, unsent !== undefined)}
        cancelHref={href}
        testId="use-macro"
      >
        {missing && (
          <p class="late" role="note">
            {t.missing(missing)}
          </p>
        )}
        {macro.text && unsent && (
          <p class="hint" role="note">
            {unsent}
          </p>
        )}
        {macro.text && (
          <Field
            t={form}
            kind="textarea"
            name="text"
            rows={8}
            label={t.text}
            hint={macroText(scope.locale).kinds[macro.kind]}
            value={typed?.raw.text ?? preview?.text}
            error={typed?.errors.text}
          />
        )}
        <h2>{t.changes}</h2>
        {changes.length > 0 ? (
          <ul class="plain-list">
            {changes.map((change) => (
              <li>{change}</li>
            ))}
          </ul>
        ) : (
          <p class="hint">{t.none}</p>
        )}
      </Form>
    </Card>
  )
}

/** What the button says that does it: no more than it does. */
function submitOf({ locale }: Scope, macro: Macro, isUnsent: boolean): string {
  const t = macroText(locale).use
  if (!macro.text) return t.act
  const kind = isUnsent ? 'note' : macro.kind
  if (isMacro(macro)) return t[kind]
  return kind === 'answer' ? t.onlyAnswer : t.onlyNote
}

/** What a macro changes on this ticket, in words; what is so already is not named. */
function changesOf({ scope, ticket, macro, states, categories }: Props): string[] {
  if (!macro) return []
  const { locale } = scope
  const t = macroText(locale)
  const named = (all: readonly { id: string; name: string }[], id: string | null) =>
    all.find((one) => one.id === id)?.name
  const moved = (label: string, before: string | undefined, after: string | undefined) =>
    after && after !== before ? [t.use.moved(label, before || '–', after)] : []
  const printed = (key: TicketRecord['values']['priority']) => key && priority.print(key, locale)
  return [
    ...moved(t.state, ticket.state, named(states, macro.stateId)),
    ...moved(t.priority, printed(ticket.values.priority) ?? '', printed(macro.priority) ?? ''),
    ...moved(t.category, ticket.category ?? '', named(categories, macro.categoryId)),
    ...(macro.takes && ticket.mayAssign ? [t.use.taken] : []),
    ...(macro.tag ? [t.use.tagged(macro.tag)] : []),
  ]
}
