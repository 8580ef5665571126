import { isPicture, pictureHref } from '../../../../core/attachments/pictures.ts'
import { printSize } from '../../../../core/attachments/size.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { Icon } from '../../../../views/icon.tsx'
import type { MessageFile } from '../reading.ts'

type Props = { locale: Locale; files: readonly MessageFile[] }

/** What came with a message: pictures small, each leading to the whole one, and all else by name. */
export const MessageFiles = ({ locale, files }: Props) => {
  const pictures = files.filter(isPicture)
  const others = files.filter((file) => !isPicture(file))
  return (
    <>
      {pictures.length > 0 && (
        <ul class="pictures">
          {pictures.map(({ id, fileName, bytes }) => (
            <li>
              <a href={pictureHref(id)} title={`${fileName} · ${printSize(locale, bytes)}`}>
                <img src={pictureHref(id)} alt={fileName} loading="lazy" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul class="files">
          {others.map(({ id, fileName, bytes }) => (
            <li>
              <a href={`/files/${id}`} download>
                <Icon name="paperclip" />
                <span>{fileName}</span>
              </a>
              <small>{printSize(locale, bytes)}</small>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
