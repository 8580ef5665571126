import type { Child } from 'hono/jsx'
import { person } from '../../../views/avatar.tsx'
import { Phone } from '../../../views/details.tsx'
import { externalAddress } from '../../../views/markup.ts'
import type { FileValue } from '../../own-fields/files.ts'
import type { Phone as PhoneNumber } from '../../values/phone.ts'
import type { AnyField } from '../field.ts'

/** A value as the record page shows it: a phone can be dialled, an address opened or written to, a file fetched. */
export function linkedValue({ kind }: AnyField, value: unknown, shown: string): Child {
  if (shown === '') return ''
  if (kind === 'tel') {
    const { e164 } = value as PhoneNumber
    return e164 ? <Phone shown={shown} dial={e164} /> : <bdi>{shown}</bdi>
  }
  if (kind === 'file')
    return (
      <a href={`/files/${(value as FileValue).id}`} download>
        {shown}
      </a>
    )
  if (kind === 'person') return person(shown)
  if (kind === 'email') return <a href={`mailto:${shown}`}>{shown}</a>
  const address = kind === 'url' && externalAddress(shown)
  if (!address) return shown
  return (
    <a href={address} rel="noreferrer noopener" target="_blank">
      {shown}
    </a>
  )
}
