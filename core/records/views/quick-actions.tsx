import { LinkButton } from '../../../views/button.tsx'
import type { Scope } from '../../scope.ts'
import type { Phone } from '../../values/phone.ts'
import { recordText } from '../messages.ts'

type Props = { scope: Scope; phones: readonly (Phone | null)[]; email: string | null }

/** Small buttons below the name: call, write. Only what there is a number or an address for. */
export const QuickActions = ({ scope, phones, email }: Props) => {
  const t = recordText(scope.locale).pages
  const number = phones.find((phone) => phone?.e164)?.e164
  return (
    <>
      {number && (
        <LinkButton small href={`tel:${number}`} icon="phone">
          {t.call}
        </LinkButton>
      )}
      {email && (
        <LinkButton small href={`mailto:${email}`} icon="mail">
          {t.write}
        </LinkButton>
      )}
    </>
  )
}
