// Choosing for each result how it comes, and once for all of them where to. What has left already is not among them.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { keepDeliveries, type Deliveries, type Item, type Way } from './queries.ts'

type Choices = Record<string, { way: Way; outlet?: string }>

const choiceOf = ({ way, outlet }: Item): Choices[string] => ({ way, ...(outlet === null ? {} : { outlet }) })

export function ChoiceForm({ application, deliveries, onDone }: { application: string; deliveries: Deliveries; onDone: () => void }) {
  const t = useT()
  const textIn = useTextIn()
  const items = deliveries.items.filter(({ canChange }) => canChange)
  const [choices, setChoices] = useState<Choices>(() => Object.fromEntries(items.map((item) => [item.service, choiceOf(item)])))
  const [receiver, setReceiver] = useState(deliveries.receiver)
  const sends = Object.values(choices).some(({ way }) => way === 'post')
  const saving = useChange(() => api('chooseDeliveries', { params: { id: application }, body: { choices, receiver } }), (reply) => {
    keepDeliveries(application)(reply)
    toast(t('deliveries.saved'), { tone: 'success' })
    onDone()
  })
  const choose = (service: string, change: Partial<Choices[string]>) => setChoices({ ...choices, [service]: { ...choices[service], way: choices[service]?.way ?? 'online', ...change } })
  const fees = new Set(deliveries.halls.map(({ courierFee }) => courierFee))
  return (
    <form
      className="tb-stack deliveries-form"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      {items.map((item) => (
        <div key={item.service} className="tb-stack">
          <RadioGroup
            label={t('deliveries.wayOf', { name: textIn(item.name) })}
            value={choices[item.service]?.way ?? ''}
            onChange={(way) => choose(item.service, { way: item.ways.find((each) => each === way) ?? item.way })}
            options={item.ways.filter((way) => way !== 'online' || item.standing === 'planned' || item.way === 'online').map((way) => ({ value: way, label: t(`deliveries.ways.${way}`), hint: t(`deliveries.wayHints.${way}`) }))}
          />
          {choices[item.service]?.way === 'counter' && item.halls.length > 1 && (
            <Select
              label={t('deliveries.hall')} value={choices[item.service]?.outlet ?? ''} onChange={(outlet) => choose(item.service, { outlet })}
              options={item.halls.flatMap((id) => deliveries.halls.filter((hall) => hall.id === id)).map((hall) => ({ value: hall.id, label: textIn(hall.name) }))}
            />
          )}
        </div>
      ))}
      {sends && (
        <fieldset className="tb-stack">
          <legend>{t('deliveries.receiver.title')}</legend>
          <TextInput label={t('deliveries.receiver.name')} value={receiver.name} maxLength={60} width="medium" autoComplete="name" onChange={(name) => setReceiver({ ...receiver, name })} />
          <TextInput label={t('deliveries.receiver.phone')} type="tel" inputMode="tel" value={receiver.phone} maxLength={30} width="medium" autoComplete="tel" onChange={(phone) => setReceiver({ ...receiver, phone })} />
          <TextInput label={t('deliveries.receiver.address')} hint={t('deliveries.receiver.addressHint')} value={receiver.address} maxLength={300} autoComplete="street-address" onChange={(address) => setReceiver({ ...receiver, address })} />
          <p className="tb-muted">{t(fees.has('receiver') ? 'deliveries.fee.receiver' : 'deliveries.fee.sender')}</p>
        </fieldset>
      )}
      {saving.error !== null && <Notice tone="danger" live="assertive">{codeOf(saving.error) === 'invalid' ? t('deliveries.receiver.lacking') : (messageOf(saving.error) ?? t('deliveries.failed'))}</Notice>}
      <div className="tb-row">
        <Button type="submit" busy={saving.isPending}>{t('deliveries.save')}</Button>
        <Button variant="quiet" onClick={onDone}>{t('deliveries.cancel')}</Button>
      </div>
    </form>
  )
}
