// What a designer does about one unfound question: make it a keyword of a matter, say what answers it by now, set it aside, or open it again.
// A keyword is added in a design, which a second person releases like any other change.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { overviewQuery } from '../designs/queries.ts'
import { remedies, type Remedy, type Unfound } from './queries.ts'

const ways = ['add', 'answer', 'setAside', 'reopen'] as const
type Way = (typeof ways)[number]

const waysFor = ({ can }: Unfound): readonly Way[] => ways.filter((way) => (way === 'add' ? can.includes('answer') : can.includes(way)))

export function DealDialog({ one, onClose }: { one: Unfound | undefined; onClose: () => void }) {
  const t = useT()
  return (
    <Dialog open={one !== undefined} onClose={onClose} stay title={t('unfound.dealWith', { words: one?.words ?? '' })}>
      {one && <Deal one={one} onDone={onClose} />}
    </Dialog>
  )
}

function Deal({ one, onDone }: { one: Unfound; onDone: () => void }) {
  const t = useT()
  const [way, setWay] = useState<Way>(waysFor(one)[0] ?? 'reopen')
  return (
    <div className="tb-stack">
      <RadioGroup label={t('unfound.how')} value={way} onChange={(chosen) => setWay(ways.find((each) => each === chosen) ?? way)} options={waysFor(one).map((each) => ({ value: each, label: t(`unfound.ways.${each}`) }))} />
      {way === 'add' ? <AddKeyword words={one.words} /> : <Decide key={way} one={one} way={way} onDone={onDone} />}
    </div>
  )
}

function AddKeyword({ words }: { words: string }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const { data } = useQuery(overviewQuery)
  const [chosen, setChosen] = useState('')
  const packs = data?.packs.filter(({ mayEdit }) => mayEdit) ?? []
  const begin = useChange(async () => {
    const [pack = '', matter = ''] = chosen.split(' ')
    const about = `matters/${matter}`
    const open = data?.designs.find((design) => design.pack === pack && design.about === about && design.actions.some(({ action, obstacle }) => action === 'edit' && obstacle === null))
    return open ?? api('beginDesign', { body: { pack, about, title: t('unfound.designTitle', { words }).slice(0, 100) } })
  }, ({ id }) => void navigate(paths.workbenchDesign({ design: id }, { part: 'texts', word: words })))
  return (
    <>
      <p className="tb-muted">{t('unfound.addHint')}</p>
      <Select
        label={t('unfound.matter')}
        value={chosen}
        onChange={setChosen}
        options={packs.flatMap((pack) => pack.matters.map(({ id, name }) => ({ value: `${pack.id} ${id}`, label: packs.length > 1 ? `${textIn(name)} · ${textIn(pack.name)}` : textIn(name) })))}
      />
      <Trouble error={begin.error} />
      <p><Button busy={begin.isPending} disabledReason={chosen === '' ? t('unfound.needMatter') : undefined} onClick={() => begin.mutate()}>{t('unfound.add')}</Button></p>
    </>
  )
}

function Decide({ one, way, onDone }: { one: Unfound; way: Exclude<Way, 'add'>; onDone: () => void }) {
  const t = useT()
  const [remedy, setRemedy] = useState<Remedy>('keyword')
  const [note, setNote] = useState('')
  const deciding = useChange(
    () => {
      const params = { id: one.id }
      if (way === 'reopen') return api('reopenUnfound', { params, body: { revision: one.revision } })
      if (way === 'setAside') return api('setUnfoundAside', { params, body: { revision: one.revision, reason: note.trim() } })
      return api('answerUnfound', { params, body: { revision: one.revision, remedy, note: note.trim() } })
    },
    () => {
      void queryClient.invalidateQueries({ queryKey: ['unfound'] })
      onDone()
    },
  )
  return (
    <>
      {way === 'answer' && <Select label={t('unfound.remedy')} value={remedy} onChange={(chosen) => setRemedy(remedies.find((each) => each === chosen) ?? remedy)} options={remedies.map((each) => ({ value: each, label: t(`unfound.remedies.${each}`) }))} />}
      {way !== 'reopen' && <TextInput label={t(`unfound.notes.${way}`)} required value={note} onChange={setNote} maxLength={500} />}
      <Trouble error={deciding.error} />
      <p><Button busy={deciding.isPending} disabledReason={way !== 'reopen' && note.trim().length < 2 ? t('unfound.needNote') : undefined} onClick={() => deciding.mutate()}>{t(`unfound.done.${way}`)}</Button></p>
    </>
  )
}

function Trouble({ error }: { error: unknown }) {
  const t = useT()
  return error === null ? null : <Notice tone="danger" live="assertive"><p>{messageOf(error) ?? t('ui.error.text')}</p></Notice>
}
