// A document of the case beside what the case says: PDF and pictures, with zoom, turning, pages and keys for all of it.
// It takes the place of the list while it is open; Escape brings the list back.
import { useState } from 'react'
import { addressOf } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { PdfPages } from './PdfPages.tsx'
import { useViewing, type OpenFile } from './viewing.ts'
import './documents.css'

const [least, most, step] = [0.5, 4, 0.25]

export function DocumentViewer({ caseId, files }: { caseId: string; files: readonly OpenFile[] }) {
  const { at = 0 } = useViewing()
  const file = files[at]
  return file ? <Viewer key={file.id} caseId={caseId} files={files} file={file} at={at} /> : null
}

function Viewer({ caseId, files, file, at }: { caseId: string; files: readonly OpenFile[]; file: OpenFile; at: number }) {
  const t = useT()
  const { open } = useViewing()
  const [zoom, setZoom] = useState(1)
  const [turn, setTurn] = useState(0)
  const [page, setPage] = useState(1)
  const [pages, setPages] = useState(1)
  const address = addressOf('getCaseFile', { id: caseId, file: file.id })
  const zoomBy = (by: number) => setZoom((now) => Math.min(most, Math.max(least, now + by)))
  const turnRight = () => setTurn((now) => (now + 90) % 360)
  const goTo = (next: number) => setPage(Math.min(pages, Math.max(1, next)))
  const move = (by: number) => files[at + by] && open(at + by)
  const group = t('desk.viewer.group')
  useShortcuts([
    { keys: 'Escape', label: t('desk.viewer.close'), group, run: () => open(undefined) },
    { keys: ']', label: t('desk.viewer.next'), group, run: () => move(1) },
    { keys: '[', label: t('desk.viewer.previous'), group, run: () => move(-1) },
    { keys: 'PageDown', label: t('desk.viewer.nextPage'), group, run: () => goTo(page + 1) },
    { keys: 'PageUp', label: t('desk.viewer.previousPage'), group, run: () => goTo(page - 1) },
    { keys: '=', label: t('desk.viewer.larger'), group, run: () => zoomBy(step) },
    { keys: '-', label: t('desk.viewer.smaller'), group, run: () => zoomBy(-step) },
    { keys: '0', label: t('desk.viewer.fit'), group, run: () => setZoom(1) },
    { keys: 'Shift+R', label: t('desk.viewer.rotate'), group, run: turnRight },
  ])
  return (
    <section className="doc-viewer" aria-label={t('desk.viewer.title')}>
      <header>
        <div className="tb-row">
          <b>{file.title}</b>
          <Button variant="plain" icon="close" onClick={() => open(undefined)}>{t('desk.viewer.close')}</Button>
        </div>
        <small className="tb-muted">{file.name}</small>
        <div className="tb-row">
          <Button variant="quiet" shortcut="=" onClick={() => zoomBy(step)}>{t('desk.viewer.larger')}</Button>
          <Button variant="quiet" shortcut="-" onClick={() => zoomBy(-step)}>{t('desk.viewer.smaller')}</Button>
          <Button variant="quiet" onClick={turnRight}>{t('desk.viewer.rotate')}</Button>
          <a className="case-file-link" href={address} target="_blank" rel="noreferrer">{t('desk.viewer.newTab')}</a>
        </div>
        {(pages > 1 || files.length > 1) && (
          <div className="tb-row">
            {pages > 1 && (
              <>
                <Button variant="quiet" onClick={() => goTo(page - 1)}>{t('desk.viewer.previousPage')}</Button>
                <span role="status">{t('desk.viewer.page', { n: page, of: pages })}</span>
                <Button variant="quiet" onClick={() => goTo(page + 1)}>{t('desk.viewer.nextPage')}</Button>
              </>
            )}
            {files.length > 1 && (
              <span className="tb-row tb-row-end">
                {at > 0 && <Button variant="quiet" shortcut="[" onClick={() => move(-1)}>{t('desk.viewer.previous')}</Button>}
                <span>{t('desk.viewer.position', { n: at + 1, of: files.length })}</span>
                {at < files.length - 1 && <Button variant="quiet" shortcut="]" onClick={() => move(1)}>{t('desk.viewer.next')}</Button>}
              </span>
            )}
          </div>
        )}
      </header>
      {/* Scrolling areas can be reached with the keyboard. */}
      <div className="doc-paper" tabIndex={0} role="region" aria-label={t('desk.viewer.scroll')}>
        <Paper file={file} address={address} zoom={zoom} turn={turn} page={page} onPages={setPages} />
      </div>
    </section>
  )
}

function Paper({ file, address, zoom, turn, page, onPages }: { file: OpenFile; address: string; zoom: number; turn: number; page: number; onPages: (pages: number) => void }) {
  const t = useT()
  const [failed, setFailed] = useState(false)
  if (file.type === 'application/pdf') return <PdfPages address={address} name={`${file.title} · ${file.name}`} page={page} zoom={zoom} turn={turn} onPages={onPages} />
  if (!file.type.startsWith('image/')) return <p>{t('desk.viewer.unsupported')}</p>
  if (failed) return <p role="alert">{t('desk.viewer.failed')}</p>
  return <img src={address} alt={file.title} data-turn={turn} style={{ inlineSize: `${zoom * 100}%`, rotate: `${turn}deg` }} onError={() => setFailed(true)} />
}
