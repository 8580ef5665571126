import { LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'
import type { ViewText } from './messages.ts'

type Props = {
  t: ViewText['moduleOff']
  /** The module's title in the person's language. */
  module: string
  /**
   * It was open and is stopped for the time being, for everybody or where they are: it, or the module
   * called `need`.
   */
  stopped?: { everybody: boolean; need?: string } | undefined
  /** Where the rollout is, as a sentence: 阶段 S2：销售部试点. */
  stage?: string
  /** Who can say more. */
  ask: readonly { name: string; role?: string; href?: string }[]
  /** Where the reader can decide it themselves. */
  manageHref?: string
}

/** The friendly page for a module that is off for this person (architecture, "The law"). */
export const ModuleOffPage = ({ t, module, stopped, stage, ask, manageHref }: Props) => (
  <section class="error-page" data-testid="module-off">
    <Icon name={stopped ? 'player-pause' : 'route'} size="large" />
    <h1 data-notice>{stopped ? t.stoppedTitle(module) : t.title(module)}</h1>
    <p>
      {stopped ? t.stoppedText(stopped.everybody, stopped.need) : manageHref ? t.yours : t.text}
    </p>
    <dl>
      {stage && (
        <>
          <dt>{t.stage}</dt>
          <dd>{stage}</dd>
        </>
      )}
      {ask.length > 0 && (
        <>
          <dt>{t.ask}</dt>
          {ask.map((who) => (
            <dd>
              {who.href ? <a href={who.href}>{who.name}</a> : who.name}
              {who.role && <small>{who.role}</small>}
            </dd>
          ))}
        </>
      )}
    </dl>
    <div class="actions">
      {manageHref && (
        <LinkButton href={manageHref} kind="primary">
          {t.manage}
        </LinkButton>
      )}
      <LinkButton href="/">{t.home}</LinkButton>
    </div>
  </section>
)
