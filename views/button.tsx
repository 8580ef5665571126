import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

type Look = { kind?: 'primary' | 'plain' | 'quiet' | 'danger'; icon?: IconName; small?: boolean }

const looks = {
  primary: 'btn btn-primary',
  plain: 'btn',
  quiet: 'btn btn-ghost',
  danger: 'btn btn-danger',
}

const classOf = ({ kind = 'plain', small }: Look) => `${looks[kind]}${small ? ' btn-sm' : ''}`

type ButtonProps = Look & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  form?: string
  formaction?: string
  disabled?: boolean
  /** Opens the native dialog of this id (see Confirm). */
  opens?: string
  testId?: string
  children?: Child
}

/** A button; it submits its form unless told otherwise. */
export const Button = ({ kind, icon, small, opens, testId, children, ...rest }: ButtonProps) => (
  <button
    {...rest}
    type={rest.type ?? (opens ? 'button' : 'submit')}
    class={classOf({ kind, small })}
    command={opens && 'show-modal'}
    commandfor={opens}
    data-testid={testId}
  >
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

type LinkProps = Look & {
  href: string
  download?: boolean
  /** Opens the native dialog of this id instead, where scripts run. */
  opens?: string
  testId?: string
  tour?: string
  children?: Child
}

/** A link that looks like a button. */
export const LinkButton = ({ kind, icon, small, children, ...link }: LinkProps) => (
  <a
    href={link.href}
    download={link.download}
    class={classOf({ kind, small })}
    data-opens={link.opens}
    data-testid={link.testId}
    data-tour={link.tour}
  >
    {icon && <Icon name={icon} />}
    {children}
  </a>
)

/** Copies a text; where scripts are off it is not shown. */
export const CopyButton = ({ text, label }: { text: string; label: string }) => (
  <button type="button" class="ghost-icon needs-script" data-copy={text} aria-label={label}>
    <Icon name="copy" />
  </button>
)
