import { may } from '../../../../core/access/person.ts'
import type { Scope } from '../../../../core/scope.ts'
import type { Tab } from '../../../../views/tabs.tsx'
import { accountKind, type ContactsKind, personKind } from '../../kinds.ts'
import { contactsText } from '../../messages.ts'
import { duplicatesText } from '../messages.ts'

export const queueHref = ({ list }: Pick<ContactsKind, 'list'>): string =>
  list === 'accounts' ? '/contacts/duplicates' : '/contacts/duplicates/people'

/** The pages about duplicates: those of the kinds the reader may edit, and what was merged. */
export const queueTabs = (scope: Scope, current: ContactsKind['list'] | 'merged'): Tab[] => [
  ...[accountKind, personKind]
    .filter(({ edit }) => may(scope.user, edit))
    .map((kind) => ({
      href: queueHref(kind),
      label: contactsText(scope.locale)[kind.list].title,
      current: kind.list === current,
    })),
  {
    href: '/contacts/duplicates/merged',
    label: duplicatesText(scope.locale).merged.tab,
    current: current === 'merged',
  },
]
