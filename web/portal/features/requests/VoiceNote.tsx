// A voice note: record, listen, keep or discard. Where the browser cannot record, or may not, a sound file can be chosen instead.
// The microphone is off as soon as recording ends or the page is left.
import { useEffect, useRef, useState } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'

/** Two minutes are enough to say what is wrong, and small enough for a phone's network. */
const longestMs = 120_000
const tickMs = 1000
const types = ['audio/webm', 'audio/mp4', 'audio/ogg'] as const
const endings: Record<(typeof types)[number], string> = { 'audio/webm': 'webm', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg' }

const supported = () => (typeof MediaRecorder === 'undefined' ? undefined : types.find((type) => MediaRecorder.isTypeSupported(type)))
const canRecord = () => supported() !== undefined && 'mediaDevices' in navigator

interface Recording {
  recorder: MediaRecorder
  stream: MediaStream
  begun: number
}

const release = ({ recorder, stream }: Recording) => {
  if (recorder.state !== 'inactive') recorder.stop()
  for (const track of stream.getTracks()) track.stop()
}

const clock = (ms: number): string => `${Math.floor(ms / 60_000)}:${String(Math.floor((ms / 1000) % 60)).padStart(2, '0')}`

export function VoiceNote({ onRecorded }: { onRecorded: (file: File) => void }) {
  const t = useT()
  const [recording, setRecording] = useState<Recording>()
  const [elapsed, setElapsed] = useState(0)
  const [refused, setRefused] = useState(false)
  const open = useRef<Recording | undefined>(undefined)

  useEffect(() => () => {
    if (open.current) release(open.current)
  }, [])

  const stop = () => {
    if (open.current) release(open.current)
  }
  useEffect(() => {
    if (!recording) return
    const timer = setInterval(() => {
      const passed = Date.now() - recording.begun
      setElapsed(passed)
      if (passed >= longestMs) release(recording)
    }, tickMs)
    return () => clearInterval(timer)
  }, [recording])

  const begin = async () => {
    const type = supported()
    if (!type) return
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const recorder = new MediaRecorder(stream, { mimeType: type })
      const pieces: Blob[] = []
      recorder.ondataavailable = ({ data }) => pieces.push(data)
      recorder.onstop = () => {
        open.current = undefined
        setRecording(undefined)
        onRecorded(new File(pieces, `${t('requests.new.voice.file')}.${endings[type]}`, { type }))
      }
      open.current = { recorder, stream, begun: Date.now() }
      recorder.start()
      setElapsed(0)
      setRecording(open.current)
    } catch {
      setRefused(true)
    }
  }

  if (!canRecord()) return null
  return (
    <div className="tb-stack">
      {recording ? (
        <div className="tb-row">
          <Button variant="danger" onClick={stop}>{t('requests.new.voice.stop')}</Button>
          <span role="timer" className="request-clock">{t('requests.new.voice.running', { time: clock(elapsed) })}</span>
        </div>
      ) : (
        <div><Button variant="ghost" icon="sound" onClick={() => void begin()}>{t('requests.new.voice.record')}</Button></div>
      )}
      {refused && <Notice compact tone="warning" live="polite">{t('requests.new.voice.refused')}</Notice>}
    </div>
  )
}
