// Reads the main part of the page aloud with the browser's own voice; a second press stops it.
// Not drawn at all where the browser cannot speak.
import { useEffect, useState } from 'react'
import { useLanguage, useT } from '../shared/i18n/store.ts'
import { Button, type ButtonVariant } from './Button.tsx'
import { speechPieces } from './read-aloud.ts'

export interface ReadAloudProps {
  /** Id of the element to read; the main part of the page when left out. */
  target?: string
  variant?: ButtonVariant
}

export function ReadAloud({ target = 'main', variant = 'quiet' }: ReadAloudProps) {
  const t = useT()
  const language = useLanguage()
  const [speaking, setSpeaking] = useState(false)
  const supported = typeof speechSynthesis !== 'undefined'

  useEffect(() => (supported ? () => speechSynthesis.cancel() : undefined), [supported])
  if (!supported) return null

  const start = () => {
    const pieces = speechPieces(document.getElementById(target)?.innerText ?? '')
    speechSynthesis.cancel()
    pieces.forEach((piece, index) => {
      const speech = new SpeechSynthesisUtterance(piece)
      speech.lang = language
      speech.rate = 0.9
      if (index === pieces.length - 1) speech.onend = () => setSpeaking(false)
      speech.onerror = () => setSpeaking(false)
      speechSynthesis.speak(speech)
    })
    setSpeaking(pieces.length > 0)
  }
  const stop = () => {
    speechSynthesis.cancel()
    setSpeaking(false)
  }
  return (
    <Button variant={variant} icon={speaking ? 'close' : 'sound'} onClick={speaking ? stop : start}>
      {speaking ? t('ui.read.stop') : t('ui.read.start')}
    </Button>
  )
}
