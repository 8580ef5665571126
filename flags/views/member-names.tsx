import type { Member } from '../../core/access/members.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { person } from '../../views/avatar.tsx'
import { flagsText } from '../messages.ts'

const most = 60

type Props = {
  locale: Locale
  members: readonly Member[]
  /** Ids of those who have yet to learn before they may write; nothing is said where none is known. */
  toLearn?: ReadonlySet<string>
}

/** People by name, each leading to all they have; of very many the first ones. */
export const MemberNames = ({ locale, members, toLearn }: Props) => (
  <ul class="member-names">
    {members.slice(0, most).map(({ id, name }) => (
      <li>
        <a href={`/rollout/who?person=${id}`}>{person(name)}</a>
        {toLearn?.has(id) && <small> {flagsText(locale).preview.toLearn}</small>}
      </li>
    ))}
    {members.length > most && <li>{flagsText(locale).modules.more(members.length - most)}</li>}
  </ul>
)
