// The camera of the window: a still of the document, framed by its four edges, becomes a file like any other.
// The camera is switched off as soon as the still is taken or the dialog closes.
import { useEffect, useRef, useState } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { cropBox, moveEdge, wholePicture, type Crop, type Edge } from './crop.ts'
import './camera.css'

interface Props {
  open: boolean
  onClose: () => void
  onFile: (file: File) => void
}

const edges: readonly Edge[] = ['top', 'bottom', 'left', 'right']
const quality = 0.9
/** Document cameras have this and more; others give what they have. */
const wanted = { video: { width: { ideal: 2592 }, height: { ideal: 1944 }, facingMode: 'environment' }, audio: false }

/** What was photographed, drawn once at full size. */
function stillOf(video: HTMLVideoElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return canvas
}

function cutOut(still: HTMLCanvasElement, crop: Crop): HTMLCanvasElement {
  const { x, y, width, height } = cropBox(crop, still.width, still.height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(still, x, y, width, height, 0, 0, width, height)
  return canvas
}

export function CameraDialog({ open, onClose, onFile }: Props) {
  const t = useT()
  const video = useRef<HTMLVideoElement>(null)
  const [failed, setFailed] = useState(false)
  const [still, setStill] = useState<HTMLCanvasElement>()
  const [crop, setCrop] = useState(wholePicture)
  const live = open && !still
  useEffect(() => {
    if (!live) return undefined
    let stream: MediaStream | undefined
    let over = false
    const stop = () => stream?.getTracks().forEach((track) => track.stop())
    const begin = async () => {
      // Without a camera, or on a page that is not secure, there is no mediaDevices at all.
      stream = await navigator.mediaDevices.getUserMedia(wanted)
      if (over) return stop()
      if (video.current) video.current.srcObject = stream
      setFailed(false)
    }
    begin().catch(() => setFailed(true))
    return () => {
      over = true
      stop()
    }
  }, [live])
  const close = () => {
    setStill(undefined)
    setCrop(wholePicture)
    onClose()
  }
  const use = () =>
    still && cutOut(still, crop).toBlob((blob) => {
      if (blob) onFile(new File([blob], t('at-window.camera.file'), { type: 'image/jpeg' }))
      close()
    }, 'image/jpeg', quality)
  return (
    <Dialog
      open={open}
      onClose={close}
      size="wide"
      stay
      title={t('at-window.camera.title')}
      footer={still
        ? <><Button variant="ghost" onClick={() => setStill(undefined)}>{t('at-window.camera.again')}</Button><Button onClick={use}>{t('at-window.camera.use')}</Button></>
        : <Button disabledReason={failed ? t('at-window.camera.none') : undefined} onClick={() => video.current && video.current.videoWidth > 0 && setStill(stillOf(video.current))}>{t('at-window.camera.shoot')}</Button>}
    >
      <div className="tb-stack">
        {failed && <Notice tone="warning">{t('at-window.camera.none')}</Notice>}
        {!still && !failed && <video ref={video} className="camera-picture" autoPlay playsInline muted />}
        {still && <Framing still={still} crop={crop} onCrop={setCrop} />}
      </div>
    </Dialog>
  )
}

function Framing({ still, crop, onCrop }: { still: HTMLCanvasElement; crop: Crop; onCrop: (crop: Crop) => void }) {
  const t = useT()
  const [address] = useState(() => still.toDataURL('image/jpeg', quality))
  const inset = `inset(${crop.top * 100}% ${(1 - crop.right) * 100}% ${(1 - crop.bottom) * 100}% ${crop.left * 100}%)`
  return (
    <fieldset className="camera-frame">
      <legend>{t('at-window.camera.crop')}</legend>
      <div className="camera-shot">
        <img src={address} alt="" className="camera-outside" />
        <img src={address} alt={t('at-window.camera.shot')} style={{ clipPath: inset }} />
      </div>
      {edges.map((edge) => (
        <label key={edge}>
          {t(`at-window.camera.${edge}`)}
          <input type="range" min={0} max={100} value={Math.round(crop[edge] * 100)} onChange={(event) => onCrop(moveEdge(crop, edge, Number(event.target.value) / 100))} />
        </label>
      ))}
    </fieldset>
  )
}
