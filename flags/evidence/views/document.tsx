import { Icon } from '../../../views/icon.tsx'
import type { Attestation } from '../attestations.ts'

/** The document somebody vouched by, to be kept by who may see the gate; nothing where none was put there. */
export const DocumentFile = ({ file }: Pick<Attestation, 'file'>) =>
  file ? (
    <a class="document" href={`/files/${file.id}`} download>
      <Icon name="paperclip" />
      {file.name}
    </a>
  ) : null
