// A document above the page: pictures and PDF are shown, anything else can be opened by itself.
// Left and right turn to the next document; the browser's own PDF viewer does the rest.
import { useEffect } from 'react'
import { addressOf } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

export interface OpenFile {
  id: string
  name: string
  /** Media type. */
  type: string
  /** What the document is. */
  title: string
}

interface Props {
  caseId: string
  files: readonly OpenFile[]
  /** Which file is open; undefined: none. */
  at: number | undefined
  onMove: (at: number | undefined) => void
}

export function FileDialog({ caseId, files, at, onMove }: Props) {
  const t = useT()
  const file = at === undefined ? undefined : files[at]
  useEffect(() => {
    if (at === undefined) return
    const keys = ({ key }: KeyboardEvent) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key]
      if (step && files[at + step]) onMove(at + step)
    }
    document.addEventListener('keydown', keys)
    return () => document.removeEventListener('keydown', keys)
  }, [at, files, onMove])
  const href = file ? addressOf('getCaseFile', { id: caseId, file: file.id }) : ''
  return (
    <Dialog
      open={file !== undefined}
      onClose={() => onMove(undefined)}
      title={file ? `${file.title} · ${file.name}` : ''}
      size="wide"
      footer={
        file && (
          <>
            <a className="case-file-link" href={href} target="_blank" rel="noreferrer">{t('cases.evidence.newTab')}</a>
            {files.length > 1 && at !== undefined && (
              <>
                <span className="tb-muted" role="status">{t('cases.evidence.position', { n: at + 1, of: files.length })}</span>
                {at > 0 && <Button variant="quiet" onClick={() => onMove(at - 1)}>{t('cases.evidence.previous')}</Button>}
                {at < files.length - 1 && <Button variant="quiet" onClick={() => onMove(at + 1)}>{t('cases.evidence.next')}</Button>}
              </>
            )}
          </>
        )
      }
    >
      {file && <Preview key={file.id} file={file} href={href} />}
    </Dialog>
  )
}

function Preview({ file, href }: { file: OpenFile; href: string }) {
  const t = useT()
  if (file.type.startsWith('image/')) return <img className="case-picture" src={href} alt={file.title} />
  // Without a viewer of its own a browser would show an empty frame, or download what should be looked at.
  if (file.type === 'application/pdf' && !navigator.pdfViewerEnabled) return <p>{t('cases.evidence.noViewer')}</p>
  if (file.type === 'application/pdf') return <iframe className="case-document" src={href} title={file.name} />
  return <p>{t('cases.evidence.unsupported')}</p>
}
