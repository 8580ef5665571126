import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'

export type Suggestion = { value: string; action: string; because: string }

type Props = {
  title: string
  text: string
  /** Said when there is nothing to do. */
  none: string
  /** Where the chosen ones are posted, as `name`. */
  action: string
  name: string
  suggestions: readonly Suggestion[]
  mayManage: boolean
  submit: string
}

/** What to do about what a survey said; chosen ones become work of the plan. */
export const WorkCard = ({ title, text, none, action, name, suggestions, ...may }: Props) => (
  <Card title={title} testId="low">
    {suggestions.length === 0 ? (
      <p class="nothing">{none}</p>
    ) : (
      <form method="post" action={action} class="stack">
        <p class="hint">{text}</p>
        <ul class="low-items">
          {suggestions.map((suggestion) => (
            <li>
              <Line {...suggestion} name={name} mayManage={may.mayManage} />
            </li>
          ))}
        </ul>
        {may.mayManage && (
          <div class="actions">
            <Button kind="primary" icon="list-check">
              {may.submit}
            </Button>
          </div>
        )}
      </form>
    )}
  </Card>
)

type LineProps = Suggestion & { name: string; mayManage: boolean }

const Line = ({ value, action, because, name, mayManage }: LineProps) => {
  const words = (
    <span>
      {action}
      <small>{because}</small>
    </span>
  )
  if (!mayManage) return words
  return (
    <label class="check-line">
      <input type="checkbox" class="checkbox" name={name} value={value} checked />
      {words}
    </label>
  )
}
