// Photos, recordings and documents of a request, small and in a row.
// Everything opens in a tab of its own; a recording plays where it is.
import { addressOf } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Sound } from '../../../shared/Sound.tsx'
import type { DeskRequest } from './queries.ts'

export function Files({ id, files }: { id: string; files: DeskRequest['files'] }) {
  const t = useT()
  return (
    <ul className="request-files">
      {files.map((file, index) => {
        const href = addressOf('getRequestFile', { id, file: file.id })
        return (
          <li key={file.id}>
            {file.type.startsWith('image/') ? <a href={href} target="_blank" rel="noreferrer"><img src={href} alt={t('request-desk.story.fileOf', { n: index + 1 })} loading="lazy" /></a>
              : /^(audio|video)\//.test(file.type) ? <Sound src={href} label={file.name} />
              : <a href={href} target="_blank" rel="noreferrer">{file.name}</a>}
          </li>
        )
      })}
    </ul>
  )
}
