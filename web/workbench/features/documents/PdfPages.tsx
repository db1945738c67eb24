// One page of a PDF drawn on a canvas, as wide as its column times the zoom.
// A new page, zoom or turn stops the drawing under way.
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { Loading } from '../../../ui/States.tsx'
import { openPdf } from './pdf.ts'

interface Props {
  address: string
  name: string
  page: number
  zoom: number
  /** Degrees to the right. */
  turn: number
  onPages: (pages: number) => void
}

export function PdfPages({ address, name, page, zoom, turn, onPages }: Props) {
  const t = useT()
  const [pdf, setPdf] = useState<PDFDocumentProxy | 'failed'>()
  const canvas = useRef<HTMLCanvasElement>(null)
  const told = useRef(onPages)
  useEffect(() => {
    told.current = onPages
  })
  useEffect(() => {
    const stop = new AbortController()
    openPdf(address, stop.signal).then(
      (opened) => {
        if (stop.signal.aborted) return void opened.loadingTask.destroy()
        setPdf(opened)
        told.current(opened.numPages)
      },
      () => stop.signal.aborted || setPdf('failed'),
    )
    return () => stop.abort()
  }, [address])
  useEffect(() => {
    if (!pdf || pdf === 'failed' || !canvas.current) return
    let stopped = false
    let stop = () => {}
    const target = canvas.current
    void pdf.getPage(page).then((shown) => {
      if (stopped) return
      const rotation = (shown.rotate + turn) % 360
      const wide = shown.getViewport({ scale: 1, rotation }).width
      const paper = target.parentElement
      const room = paper ? paper.clientWidth - 2 * Number.parseFloat(getComputedStyle(paper).paddingInlineStart) : wide
      const viewport = shown.getViewport({ scale: (room / wide) * zoom * devicePixelRatio, rotation })
      Object.assign(target, { width: viewport.width, height: viewport.height })
      target.style.inlineSize = `${viewport.width / devicePixelRatio}px`
      const drawing = shown.render({ canvas: target, viewport })
      stop = () => drawing.cancel()
      // A drawing that was stopped rejects; a damaged page stays as far as it was drawn.
      drawing.promise.catch(() => {})
    })
    return () => {
      stopped = true
      stop()
    }
  }, [pdf, page, zoom, turn])
  if (pdf === 'failed') return <p role="alert">{t('desk.viewer.failed')}</p>
  return (
    <>
      {!pdf && <Loading label={t('desk.viewer.loading')} lines={8} />}
      <canvas ref={canvas} role="img" aria-label={name} hidden={!pdf} />
    </>
  )
}
