// The matter as a resident meets it: on a phone, in elder mode, on a kiosk. Questions can be answered; the plan follows at once.
// What is tried here can be kept as a sample, which then must always come out the same.
import { useMemo, useState } from 'react'
import { useSettings } from '../../../shared/settings.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { DeviceFrame, type Device } from './DeviceFrame.tsx'
import type { PartProps } from './DesignPage.tsx'
import { splitKey } from './fields.ts'
import { livePlan, sampleOf } from './live-plan.ts'
import { problemText } from './problem-text.ts'
import { ResidentPreview } from './ResidentPreview.tsx'
import { addSample } from './samples.ts'

const devices = { phone: { width: 390, height: 844 }, elder: { width: 390, height: 844, mode: 'elder' }, desktop: { width: 1200, height: 800 }, kiosk: { width: 1080, height: 1500, mode: 'elder' } } as const satisfies Record<string, Device>
type DeviceName = keyof typeof devices
const deviceNames = ['phone', 'elder', 'desktop', 'kiosk'] as const satisfies readonly DeviceName[]

export function PreviewPart({ design, chosen, onChoose }: PartProps) {
  const t = useT()
  const textIn = useTextIn()
  const [device, setDevice] = useState<DeviceName>('phone')
  const { theme } = useSettings()
  const matter = splitKey(design.about).id
  const { catalogue } = design.examination
  const plan = useMemo(() => livePlan(catalogue, matter, chosen), [catalogue, matter, chosen])
  const definition = catalogue?.matters[matter]
  return (
    <Card title={t('designs.preview.title')} aside={<span role="group" aria-label={t('designs.preview.device')} className="designs-cell">{deviceNames.map((name) => <button key={name} type="button" aria-pressed={device === name} onClick={() => setDevice(name)}>{t(`designs.preview.${name}`)}</button>)}</span>}>
      {catalogue && plan && definition ? (
        <div className="tb-stack">
          <DeviceFrame title={t('designs.preview.frame', { name: textIn(definition.name) })} device={devices[device]} theme={theme === 'dark' ? 'dark' : 'light'}>
            <ResidentPreview catalogue={catalogue} matter={definition} plan={plan} chosen={chosen} onChoose={onChoose} />
          </DeviceFrame>
          {!design.readOnly && <KeepSample onKeep={(name) => addSample(design, matter, sampleOf(name, plan, chosen.answers, chosen.declined))} />}
        </div>
      ) : (
        <p className="tb-muted">{t('designs.preview.none')}</p>
      )}
    </Card>
  )
}

const shortestName = 10

/** `onKeep` resolves with whether the server has it; when not, the state of saving at the top says why. */
function KeepSample({ onKeep }: { onKeep: (name: string) => Promise<boolean> }) {
  const t = useT()
  const [name, setName] = useState('')
  const [trouble, setTrouble] = useState('')
  const keep = async () => {
    setTrouble('')
    try {
      if (await onKeep(name.trim())) toast(t('designs.samples.kept'))
      else toast(t('designs.samples.waiting'), { tone: 'warning' })
      setName('')
    } catch (error) {
      setTrouble(problemText(error, t))
    }
  }
  return (
    <form className="designs-add" onSubmit={(event) => { event.preventDefault(); if (name.trim().length >= shortestName) void keep() }}>
      {trouble && <Notice tone="danger" live="assertive">{trouble}</Notice>}
      <TextInput label={t('designs.samples.name')} hint={t('designs.samples.nameHint')} value={name} onChange={setName} maxLength={200} />
      <Button type="submit" variant="ghost" disabledReason={name.trim().length < shortestName ? t('designs.samples.needName') : undefined}>{t('designs.samples.keep')}</Button>
    </form>
  )
}
