// Handing out by a pick-up code: what waits under it, who signs, and then the slip. The code is scanned like a card, or typed.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, ApiFailure, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { isLongEnough, SignaturePad, type Strokes } from '../../../ui/SignaturePad.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'

type Waiting = Reply<'findPickup'>

export function PickupCode() {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const code = typed.replaceAll(/\D/g, '')
  const finding = useChange((asked: string) => api('findPickup', { body: { code: asked } }))
  const find = () => {
    setWrong(code.length !== 8)
    if (code.length === 8) finding.mutate(code)
  }
  const change = (value: string) => {
    setTyped(value)
    finding.reset()
  }
  return (
    <Card title={t('delivery-desk.pickup.title')}>
      <div className="tb-stack">
        <p className="tb-muted">{t('delivery-desk.pickup.lead')}</p>
        <form
          className="window-find"
          onSubmit={(event) => {
            event.preventDefault()
            find()
          }}
        >
          <TextInput label={t('delivery-desk.pickup.code')} inputMode="numeric" value={typed} maxLength={12} onChange={change} error={wrong ? t('delivery-desk.pickup.digits') : undefined} />
          <Button type="submit" variant="ghost" busy={finding.isPending}>{t('delivery-desk.pickup.find')}</Button>
        </form>
        {finding.error !== null && <Notice tone="danger" live="assertive"><Failure error={finding.error} /></Notice>}
        {finding.data && <HandOut key={finding.data.pickup} code={code} waiting={finding.data} />}
      </div>
    </Card>
  )
}

/** A code of another hall says which. */
function Failure({ error }: { error: unknown }) {
  const t = useT()
  const textIn = useTextIn()
  const details = error instanceof ApiFailure ? error.details : undefined
  const hall = typeof details === 'object' && details !== null && 'hall' in details ? (details.hall as Waiting['results'][number]['name'] | undefined) : undefined
  return hall ? t('delivery-desk.pickup.elsewhere', { hall: textIn(hall) }) : (messageOf(error) ?? t('delivery-desk.failed'))
}

function HandOut({ code, waiting }: { code: string; waiting: Waiting }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const navigate = useNavigate()
  const [name, setName] = useState(waiting.fetcher ?? '')
  const [strokes, setStrokes] = useState<Strokes>([])
  const [short, setShort] = useState(false)
  const handing = useChange(() => api('handOutByCode', { body: { code, name: name.trim(), signature: strokes } }), ({ pickup }) => void navigate(paths.workbenchSlip({ pickup })))
  const hand = () => {
    setShort(!isLongEnough(strokes))
    if (isLongEnough(strokes)) handing.mutate()
  }
  return (
    <div className="tb-stack" role="group" aria-label={t('delivery-desk.pickup.title')}>
      <p><b>{t('delivery-desk.pickup.waiting', { person: waiting.person, n: waiting.results.length })}</b></p>
      <p>{format.list(waiting.results.map((result) => `${textIn(result.name)} ${result.number}`))}</p>
      {waiting.fetcher !== null && <p>{t('delivery-desk.pickup.fetcher', { name: waiting.fetcher })}</p>}
      <TextInput label={t('delivery-desk.pickup.name')} hint={t('delivery-desk.pickup.nameHint')} value={name} maxLength={50} width="medium" onChange={setName} />
      <SignaturePad label={t('delivery-desk.pickup.sign')} hint={t('delivery-desk.pickup.signHint')} clear={t('delivery-desk.pickup.clear')} strokes={strokes} onChange={setStrokes} error={short ? t('delivery-desk.pickup.short') : undefined} />
      {handing.error !== null && <Notice tone="danger" live="assertive"><Failure error={handing.error} /></Notice>}
      <div><Button busy={handing.isPending} disabledReason={name.trim() === '' ? t('delivery-desk.pickup.nameHint') : undefined} onClick={hand}>{t('delivery-desk.pickup.hand')}</Button></div>
    </div>
  )
}
