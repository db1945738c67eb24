// A step of handling that needs a few words: passing on, special procedures, a longer limit, an end, and what becomes of a result.
// One form for all of them; steps.ts says which fields each has.
import { useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { ActionForm, Letter } from './ActionForm.tsx'
import { useDesk } from './desk.ts'
import { longestReason } from './draft.ts'
import { useShownValue } from './shown-value.ts'
import { correctionField, fieldsOf, firstValues, goingOn, gravest, grounds, openProposal, ways, wrongFields, type FieldName, type StepName } from './steps.ts'

export function StepForm({ step }: { step: StepName }) {
  const t = useT()
  const { one, draft, change, act } = useDesk()
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const isGrave = gravest.includes(step)
  const values = { ...firstValues(step, one), ...draft.steps[step] }
  const wrong = wrongFields(step, values, one)
  const write = (name: string, text: string) => change({ steps: { ...draft.steps, [step]: { ...values, [name]: text } } })
  const decide = () => {
    setAsking(false)
    act({ action: step, fields: values })
  }
  const send = () => {
    setTried(true)
    if (wrong.size > 0) return
    if (isGrave) setAsking(true)
    else decide()
  }
  const lead = t(`handling.forms.${step}.lead`)
  const proposal = openProposal(one)
  return (
    <ActionForm action={step} lead={lead} send={t(`handling.forms.${step}.send`)} danger={isGrave} onSend={send}>
      {step === 'correctResult' && <Corrections values={values} onChange={write} wrong={tried && wrong.has('values')} />}
      {fieldsOf(step, values, one).map((name) => (
        <StepField key={name} step={step} name={name} value={values[name] ?? ''} onChange={(text) => write(name, text)} wrong={tried && wrong.has(name)} />
      ))}
      {(isGrave || step === 'extend') && proposal && <p className="case-quote">{t('handling.proposals.said', { name: proposal.by, text: proposal.reasons })}</p>}
      <Letter action={step} reasons={values['reasons'] ?? ''} />
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('handling.forms.sure', { action: t(`cases.actions.${step}`) })}
        footer={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>{t('common.back')}</Button>
            <Button variant="danger" onClick={decide}>{t(`handling.forms.${step}.send`)}</Button>
          </>
        }
      >
        <p>{t('handling.forms.sureText')}</p>
        <p>{proposal?.reasons}</p>
      </Dialog>
    </ActionForm>
  )
}

interface FieldProps {
  step: StepName
  name: FieldName
  value: string
  onChange: (text: string) => void
  wrong: boolean
}

function StepField({ step, name, value, onChange, wrong }: FieldProps) {
  const t = useT()
  const { one, draft } = useDesk()
  const missing = wrong ? t('handling.fields.missing') : undefined
  const shared = { required: true, value, onChange, error: missing }
  switch (name) {
    case 'kind':
      return <Select {...shared} label={t('handling.fields.kind')} options={one.course.procedureKinds.map((kind) => ({ value: kind, label: t(`handling.kinds.${kind}`) }))} />
    case 'procedure':
      return <Select {...shared} label={t('handling.fields.procedure')} options={goingOn(one).map(({ id, kind }) => ({ value: String(id), label: t(`handling.kinds.${kind}`) }))} />
    case 'proposes':
      return <Select {...shared} label={t('handling.fields.proposes')} options={one.course.proposable.map((each) => ({ value: each, label: t(`cases.actions.${each}`) }))} />
    case 'word':
      return <TextArea label={t('handling.fields.word')} hint={t('handling.fields.opinionHint')} optional value={value} onChange={onChange} rows={3} limit={longestReason} />
    case 'ground':
      return <Select {...shared} label={t('handling.fields.ground')} options={grounds.map((each) => ({ value: each, label: t(`handling.fields.grounds.${each}`) }))} />
    case 'how':
      return <Select {...shared} label={t('handling.fields.how')} options={ways.map((each) => ({ value: each, label: t(`handling.fields.ways.${each}`) }))} />
    case 'heldOn':
      return <DateInput {...shared} label={t('handling.fields.heldOn')} hint={t('handling.fields.heldOnHint')} />
    case 'days': {
      const most = one.course.extension.days
      const tooMany = step === 'propose' && Number(value) > most
      return <TextInput {...shared} label={t('handling.fields.days')} width="short" inputMode="numeric" maxLength={3} hint={step === 'propose' ? t('handling.fields.tooMany', { n: most }) : t('handling.fields.daysHint')} error={wrong && tooMany ? t('handling.fields.tooMany', { n: most }) : missing} />
    }
    case 'place':
      return <TextInput {...shared} label={t('handling.fields.place')} maxLength={200} />
    case 'law': {
      const usual = one.course.proposable.length > 0 && draft.steps.propose?.['proposes'] === 'revoke' ? t('handling.fields.revokeLaw') : t('handling.fields.cancelLaw')
      return <TextInput {...shared} label={t('handling.fields.law')} hint={t('handling.fields.lawHint')} placeholder={usual} maxLength={200} />
    }
    case 'record':
      return <TextArea {...shared} label={t('handling.fields.record')} hint={t('handling.fields.recordHint')} rows={6} />
    case 'opinion':
      return <TextArea {...shared} label={t('handling.fields.opinion')} hint={t('handling.fields.opinionHint')} rows={4} limit={longestReason} />
    case 'outcome':
      return <TextArea {...shared} label={t('handling.fields.outcome')} hint={t('handling.fields.reasonsHint')} rows={3} limit={longestReason} />
    case 'reasons':
      return <TextArea {...shared} label={t('handling.fields.reasons')} hint={t('handling.fields.reasonsHint')} rows={4} limit={longestReason} />
  }
}

/** One field for each value the result states; those left empty stay as they are. */
function Corrections({ values, onChange, wrong }: { values: Readonly<Record<string, string>>; onChange: (name: string, text: string) => void; wrong: boolean }) {
  const t = useT()
  const textIn = useTextIn()
  const { one } = useDesk()
  const shownValue = useShownValue()
  const stated = one.course.result?.content ?? []
  const toCorrect = one.course.result?.toCorrect ?? []
  const hintFor = (item: (typeof stated)[number]): string => {
    const putRight = toCorrect.find(({ concept }) => concept === item.concept)
    const present = t('handling.fields.present', { value: shownValue(item) })
    return putRight ? `${present} ${t('handling.fields.putRight', { value: shownValue(putRight) })}` : present
  }
  return (
    <>
      {stated.map((item, index) => (
        <TextInput
          key={item.concept}
          label={textIn(item.name)}
          optional
          hint={hintFor(item)}
          value={values[correctionField(item.concept)] ?? ''}
          onChange={(text) => onChange(correctionField(item.concept), text)}
          error={wrong && index === 0 ? t('handling.fields.nothing') : undefined}
          maxLength={500}
        />
      ))}
    </>
  )
}
