// A line of the duty list as a form: a new one, one of the own pack changed, or a finer one beside an inherited line.
// What is sent goes into a design; somebody else releases it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { today } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { regionsQuery } from '../../../shared/SessionProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { ClassFields } from './ClassFields.tsx'
import { draftOf, faultsOf, levels, written, type Draft } from './draft.ts'
import { areasQuery, type Duty, type RequestClass } from './queries.ts'

/** `change`: the line itself; `finer`: a new one that begins as a copy of an inherited line. */
export type Begun = { kind: 'new' } | { kind: 'change' | 'finer'; duty: Duty }

interface Props {
  begun: Begun
  classes: readonly RequestClass[]
  duties: readonly Duty[]
  region: string
  onClose: () => void
}

export function DutyForm({ begun, classes, duties, region, onClose }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const [draft, setDraft] = useState(() => draftOf(begun.kind === 'new' ? undefined : begun.duty, region, today(), begun.kind === 'change'))
  const [tried, setTried] = useState(false)
  const { data: served } = useQuery(regionsQuery)
  const { data: areas = [] } = useQuery(areasQuery)
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const faults = tried ? faultsOf(draft) : {}
  const fault = (key: keyof Draft) => { const found = faults[key]; return found ? t(`duties.form.${found}`) : undefined }
  const save = useChange(() => {
    const duty = written(draft, begun.kind === 'change' ? begun.duty : undefined, (id) => duties.some((each) => each.id === id))
    return api('writeDuty', { body: { region, title: draft.title.trim() || t('duties.form.mine'), duty } })
  })
  const send = () => { setTried(true); if (Object.keys(faultsOf(draft)).length === 0) save.mutate() }
  const lines = [...new Map(duties.map(({ unit }) => [unit.line, unit])).values()]
  return (
    <Dialog
      open stay size="wide" onClose={onClose} title={begun.kind === 'change' ? t('duties.form.change') : t('duties.form.write')}
      footer={save.data ? <Button variant="primary" onClick={onClose}>{t('ui.close')}</Button> : <Button variant="primary" busy={save.isPending} onClick={send}>{t('duties.form.save')}</Button>}
    >
      {save.data ? <Notice tone="success" live="polite">{t('duties.form.saved')} <Link href={paths.workbenchDesign({ design: save.data.design }, { part: 'changes' })}>{t('duties.form.open')}</Link></Notice> : (
        <div className="tb-stack">
          <div className="duties-fields">
            <ClassFields classes={classes} value={draft.category} onChange={(category) => set({ category })} wholes required none={t('ui.select.choose')} error={fault('category')} />
            <Select label={t('duties.form.region')} value={draft.region} onChange={(code) => set({ region: code, area: '' })} options={(served?.regions ?? []).map(({ code, name }) => ({ value: code, label: textIn(name) }))} />
            <Select label={t('duties.form.area')} optional placeholder={t('duties.try.anyArea')} value={draft.area} onChange={(area) => set({ area })} options={areas.filter(({ kind, region: within }) => kind !== 'division' && within.startsWith(draft.region.replace(/(00)+$/, ''))).map(({ id, name }) => ({ value: id, label: textIn(name) }))} />
            <Select label={t('duties.form.unit')} required value={draft.line} onChange={(line) => set({ line })} error={fault('line')} options={lines.map(({ line, name }) => ({ value: line, label: textIn(name) }))} />
            <Select label={t('duties.form.level')} value={draft.level} onChange={(level) => set({ level: levels.find((each) => each === level) ?? 'nearest' })} options={levels.map((level) => ({ value: level, label: t(`duties.form.levels.${level}`) }))} />
            <TextInput label={t('duties.form.hours')} hint={t('duties.form.hoursHint')} optional width="short" placeholder="22:00" maxLength={5} value={draft.hoursFrom} onChange={(hoursFrom) => set({ hoursFrom })} error={fault('hoursFrom')} />
            <TextInput label={t('duties.form.to')} optional width="short" placeholder="06:00" maxLength={5} value={draft.hoursTo} onChange={(hoursTo) => set({ hoursTo })} error={fault('hoursTo')} />
            <DateInput label={t('duties.form.from')} required value={draft.from} onChange={(from) => set({ from })} error={fault('from')} />
            <TextInput label={t('duties.form.source')} required value={draft.source} onChange={(source) => set({ source })} error={fault('source')} />
            <TextInput label={t('duties.form.article')} optional value={draft.article} onChange={(article) => set({ article })} />
          </div>
          <TextArea label={t('duties.form.knowledge')} optional value={draft.knowledge} onChange={(knowledge) => set({ knowledge })} />
          <TextInput label={t('duties.form.reason')} optional maxLength={100} value={draft.title} onChange={(name) => set({ title: name })} />
          {save.isError && <Notice tone="danger" live="assertive">{t('duties.form.failed', { why: messageOf(save.error) ?? '' })}</Notice>}
        </div>
      )}
    </Dialog>
  )
}
