import type { Child } from 'hono/jsx'
import { Button, LinkButton } from './button.tsx'
import type { IconName } from './icon.tsx'
import type { ViewText } from './messages.ts'

type Props = {
  t: ViewText['confirm']
  /** Unique on the page. */
  id: string
  /** The button that asks. */
  trigger: { label: string; icon?: IconName; kind?: 'plain' | 'quiet' | 'danger'; small?: boolean }
  title: string
  /** What will happen, and whether it can be undone. */
  text: string
  /** Where the answer yes is posted. */
  action: string
  /** Words of the answer: what happens, not "OK". */
  submit: string
  danger?: boolean
  hidden?: Readonly<Record<string, string>>
  /** A page that asks the same, for browsers without dialogs; the trigger is then a link to it. */
  href?: string
  /** What must be given with the answer, e.g. a reason. */
  children?: Child
}

/** Asks before something weighty is done, in a native dialog that opens without inline scripts. */
export const Confirm = ({ t, id, trigger, title, text, href, children, ...answer }: Props) => (
  <>
    {href ? (
      <LinkButton href={href} opens={id} {...trigger}>
        {trigger.label}
      </LinkButton>
    ) : (
      <Button opens={id} {...trigger}>
        {trigger.label}
      </Button>
    )}
    <dialog id={id} class="dialog" aria-labelledby={`${id}-title`}>
      <form method="post" action={answer.action}>
        <h2 id={`${id}-title`}>{title}</h2>
        <p>{text}</p>
        {Object.entries(answer.hidden ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {children}
        <div class="actions">
          <button type="submit" class="btn" formmethod="dialog" formnovalidate>
            {t.cancel}
          </button>
          <button type="submit" class={answer.danger ? 'btn btn-danger' : 'btn btn-primary'}>
            {answer.submit}
          </button>
        </div>
      </form>
    </dialog>
  </>
)
