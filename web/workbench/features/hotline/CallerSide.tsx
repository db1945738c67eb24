// Who calls: number, earlier requests, what was said to the assistant; below it how the call is wrapped up.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { keepCall, type Call } from './queries.ts'

export function CallerSide({ call }: { call: Call }) {
  const t = useT()
  const { caller, phone, transcript, state } = call
  return (
    <div className="hotline-caller tb-stack">
      <section className="tb-stack">
        <h2>{phone ?? t('hotline.hiddenNumber')}</h2>
        <p className="tb-muted">{[...caller.names, t('hotline.callsToday', { n: caller.callsToday })].join(' · ')}</p>
        {state === 'wrappingUp' && <Chip tone="warning">{t('hotline.hungUp')}</Chip>}
        {caller.callsToday >= manyCalls && <Notice tone="warning" compact><p>{t('hotline.manyCalls', { n: caller.callsToday })}</p></Notice>}
      </section>
      {transcript.length > 0 && <Transcript said={transcript} />}
      <Earlier requests={caller.requests} />
      <WrapUp call={call} />
    </div>
  )
}

const manyCalls = 5

function Transcript({ said }: { said: Call['transcript'] }) {
  const t = useT()
  const lines = said.map((line, at) => ({ ...line, id: `line ${at}` }))
  return (
    <section className="hotline-transcript">
      <h3>{t('hotline.transcript')}</h3>
      <ol>{lines.map(({ id, who, text }) => <li key={id} data-who={who}><small className="tb-muted">{t(`hotline.who.${who}`)}</small> {text}</li>)}</ol>
    </section>
  )
}

function Earlier({ requests }: { requests: Call['caller']['requests'] }) {
  const t = useT()
  const format = useFormat()
  return (
    <section>
      <h3>{t('hotline.earlier')}</h3>
      {requests.length === 0 && <p className="tb-muted">{t('hotline.noEarlier')}</p>}
      <ul className="hotline-earlier">
        {requests.map((one) => (
          <li key={one.id}>
            <b>{one.title}</b> <Chip tone={one.front ? 'danger' : 'neutral'}>{t(`requests.states.${one.state}`)}</Chip>{one.ofThisCall && <Chip tone="success">{t('hotline.thisCall')}</Chip>}
            <small className="tb-muted">{[one.number, format.instant(one.receivedAt), ...(one.unit ? [one.unit] : [])].join(' · ')}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

const endings = ['request', 'answered', 'followUp', 'emergency', 'transferred', 'silent', 'wrongNumber', 'dropped', 'abusive'] as const

function WrapUp({ call }: { call: Call }) {
  const t = useT()
  const [chosen, setChosen] = useState('')
  const [note, setNote] = useState('')
  const done = call.caller.requests.filter(({ ofThisCall }) => ofThisCall)
  const usual = done.length === 0 ? '' : done.every(({ state }) => ['answered', 'closed'].includes(state)) ? 'answered' : 'request'
  const wrapUp = endings.find((each) => each === (chosen || usual))
  const finishing = useChange(() => api('finishCall', { params: { id: call.id }, body: { wrapUp: wrapUp ?? 'dropped', note: note.trim() } }), keepCall)
  const missing = wrapUp === undefined ? t('hotline.needWrapUp') : undefined
  useShortcuts([{ keys: 'Alt+0', label: t('hotline.finish'), run: () => finishing.mutate(), whileTyping: true, disabledReason: missing }])
  return (
    <section className="tb-stack">
      <h3>{t('hotline.wrapUp')}</h3>
      <Select label={t('hotline.wrapUpAs')} value={wrapUp ?? ''} onChange={setChosen} options={endings.map((value) => ({ value, label: t(`hotline.wrapUps.${value}`) }))} />
      <TextArea label={t('hotline.note')} optional rows={2} limit={1000} value={note} onChange={setNote} />
      {finishing.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(finishing.error) ?? t('ui.error.text')}</p></Notice>}
      <p><Button variant="ghost" busy={finishing.isPending} shortcut="Alt+0" disabledReason={missing} onClick={() => finishing.mutate()}>{t('hotline.finish')}</Button></p>
    </section>
  )
}
