// The field a card reader or scanner types into. It keeps the cursor, so that the next card can be put on at once.
// What is typed by hand is never taken for a card.
import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { sessionQuery } from '../../../shared/SessionProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { keyboardWedge, type Presented, type Reading } from './card-reader.ts'
import { shownKey, windowQuery } from './queries.ts'

const words = { typed: 'window.identify.typed', checkDigit: 'window.identify.number', unreadable: 'window.identify.unreadable' } as const

/** What the server found wrong with a card, else its own words. */
function problemOf(error: unknown, t: T): string {
  const details = typeof error === 'object' && error !== null && 'details' in error ? error.details : undefined
  const field = typeof details === 'object' && details !== null && 'field' in details ? details.field : undefined
  if (field === 'idNumber') return t('window.identify.number')
  if (field === 'name') return t('window.identify.name')
  return messageOf(error) ?? t('window.failed')
}

export function Identify() {
  const t = useT()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const [wedge] = useState(keyboardWedge)
  const { data: session } = useQuery(sessionQuery)
  const demo = session?.mode === 'demo'
  const identifying = useChange((body: Presented) => api('identifyAtWindow', { body }), ({ id, shown }) => {
    if (shown) queryClient.setQueryData(shownKey(id), shown)
    return queryClient.invalidateQueries({ queryKey: windowQuery.queryKey })
  })
  useEffect(() => field.current?.focus(), [])
  const take = (reading: Reading) => {
    setText('')
    if ('problem' in reading) return setProblem(t(words[reading.problem]))
    setProblem(undefined)
    identifying.mutate(reading.presented, { onError: (error) => setProblem(problemOf(error, t)), onSettled: () => field.current?.focus() })
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    take(wedge.entered(text))
  }
  return (
    <Card title={t('window.identify.title')}>
      <form className="tb-stack" onSubmit={submit}>
        <p>{t('window.identify.lead')}</p>
        <Field label={t('window.identify.reader')} hint={[t('window.identify.hint'), demo && t('window.identify.demo')].filter(Boolean).join(' ')} error={problem}>
          {(control) => (
            <input
              {...control}
              ref={field}
              className="tb-input window-reader"
              autoComplete="off"
              spellCheck={false}
              value={text}
              // A number out of the clipboard is no card, except where there is no reader to try with.
              onPaste={(event) => !demo && event.preventDefault()}
              onChange={(event) => {
                setText(event.target.value)
                wedge.changed(event.target.value, event.timeStamp)
              }}
            />
          )}
        </Field>
        <div>
          <Button type="submit" variant="ghost" busy={identifying.isPending}>{t('window.identify.check')}</Button>
        </div>
      </form>
    </Card>
  )
}
