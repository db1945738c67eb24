// Where somebody says what they need, with examples to try.
// A sentence too long stays as it was typed; the box says so.
import { useState, type ReactNode } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { longest } from './talk.ts'

const examples = ['first', 'second', 'third'] as const

interface Props {
  said: string
  /** The way back, beside the button that sends. */
  undo: ReactNode
  onSay: (said: string) => void
}

export function SayForm({ said, undo, onSay }: Props) {
  const t = useT()
  const [words, setWords] = useState(said)
  const [attempted, setAttempted] = useState(false)
  const problem = words.trim() === '' ? t('guidance.say.empty') : words.length > longest ? t('guidance.say.tooLong', { n: longest }) : undefined
  return (
    <Card>
      <form
        className="tb-stack"
        onSubmit={(event) => {
          event.preventDefault()
          setAttempted(true)
          if (problem === undefined) onSay(words.trim())
        }}
      >
        <TextArea id="said" label={t('guidance.say.label')} hint={t('guidance.say.hint')} rows={3} limit={longest} value={words} onChange={setWords} error={attempted ? problem : undefined} />
        <div className="tb-row">
          <Button type="submit">{t('guidance.say.send')}</Button>
          {undo}
          <span className="tb-muted">{t('guidance.say.privacy')}</span>
        </div>
      </form>
      <div className="guidance-examples">
        <h2 className="tb-muted">{t('guidance.say.examples')}</h2>
        <ul>
          {examples.map((id) => (
            <li key={id}>
              <Button variant="ghost" onClick={() => onSay(t(`guidance.examples.${id}`))}>{t(`guidance.examples.${id}`)}</Button>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
