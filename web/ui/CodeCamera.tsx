// Reads a QR code with the camera: the picture of the camera, a frame to aim with, and a stop as soon as a code was read.
// The camera is off whenever the page is hidden. Says why when there is none.
import { useEffect, useEffectEvent, useRef } from 'react'
import { Loading } from './States.tsx'
import { loadDecoder, textInFrame } from './qr-picture.ts'
import './CodeCamera.css'

export type CameraProblem = 'refused' | 'none'

export interface CodeCameraProps {
  /** What the camera is pointed at, for who cannot see it. */
  label: string
  onText: (text: string) => void
  onProblem: (problem: CameraProblem) => void
}

/** Milliseconds between looks. */
const every = 120
const wanted = { video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false }

export function CodeCamera({ label, onText, onProblem }: CodeCameraProps) {
  const video = useRef<HTMLVideoElement>(null)
  const read = useEffectEvent(onText)
  const failed = useEffectEvent(onProblem)
  useEffect(() => {
    let over = false
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setInterval> | undefined
    const stop = () => {
      over = true
      clearInterval(timer)
      stream?.getTracks().forEach((track) => track.stop())
    }
    const begin = async () => {
      const canvas = document.createElement('canvas')
      // Without a camera, or on a page that is not secure, there is no mediaDevices at all.
      const [decode, opened] = await Promise.all([loadDecoder(), navigator.mediaDevices.getUserMedia(wanted)])
      stream = opened
      const player = video.current
      if (over || !player) return stop()
      player.srcObject = stream
      await player.play()
      timer = setInterval(() => {
        if (document.visibilityState === 'hidden' || player.videoWidth === 0) return
        const text = textInFrame(decode, canvas, player, player.videoWidth, player.videoHeight)
        if (text === undefined) return
        stop()
        read(text)
      }, every)
    }
    begin().catch((error: unknown) => {
      if (!over) failed(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none')
      stop()
    })
    return stop
  }, [])
  return (
    <div className="tb-code-camera">
      <video ref={video} aria-label={label} muted playsInline />
      <span className="tb-code-camera-aim" aria-hidden="true" />
      <Loading label={label} />
    </div>
  )
}
