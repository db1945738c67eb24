// Beginning a change: of something there is, or of a matter that is new.
// A new matter is written at once with its name; everything else is done in the designer.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { plainDate } from '../../../../server/kernel/clock.ts'
import { api } from '../../../api/client.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { now } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { fileFor, keyOf, newMatter } from './fields.ts'
import { withItemIn } from './listed.ts'
import { newPolicy } from './policy.ts'
import { problemText } from './problem-text.ts'
import { overviewQuery, partsQuery, type Overview } from './queries.ts'
import { rewrite } from './rewrite.ts'

export type Beginning = { kind: 'new' } | { kind: 'policy' } | { kind: 'change'; pack: string; about: string; name: string }

interface Props {
  beginning: Beginning | undefined
  overview: Overview
  onClose: () => void
}

export function BeginDialog({ beginning, overview, onClose }: Props) {
  const t = useT()
  return (
    <Dialog open={beginning !== undefined} onClose={onClose} stay title={beginning?.kind === 'change' ? t('designs.begin.changeTitle', { name: beginning.name }) : beginning?.kind === 'policy' ? t('design-policies.begin.new') : t('designs.begin.newTitle')}>
      {beginning?.kind === 'change' && <ChangeForm {...beginning} />}
      {beginning?.kind === 'new' && <NewForm overview={overview} />}
      {beginning?.kind === 'policy' && <NewForm overview={overview} isPolicy />}
    </Dialog>
  )
}

function useBegin() {
  const t = useT()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const begin = async (body: { pack: string; title: string; about: string }, then?: (id: string) => Promise<void>) => {
    setBusy(true)
    setTrouble('')
    try {
      const { id } = await api('beginDesign', { body })
      await then?.(id)
      void queryClient.invalidateQueries({ queryKey: overviewQuery.queryKey, exact: true })
      await navigate(paths.workbenchDesign({ design: id }))
    } catch (error) {
      setTrouble(problemText(error, t))
      setBusy(false)
    }
  }
  return { begin, busy, trouble }
}

function ChangeForm({ pack, about, name }: { pack: string; about: string; name: string }) {
  const t = useT()
  const [title, setTitle] = useState(t('designs.begin.changeName', { name }))
  const { begin, busy, trouble } = useBegin()
  return (
    <form className="tb-stack" onSubmit={(event) => { event.preventDefault(); void begin({ pack, title, about }) }}>
      {trouble && <Notice tone="danger" live="assertive">{trouble}</Notice>}
      <TextInput label={t('designs.begin.title')} hint={t('designs.begin.titleHint')} value={title} onChange={setTitle} maxLength={100} required />
      <Button type="submit" busy={busy} disabledReason={title.trim().length < 2 ? t('designs.begin.needTitle') : undefined}>{t('designs.begin.start')}</Button>
    </form>
  )
}

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

function NewForm({ overview, isPolicy = false }: { overview: Overview; isPolicy?: boolean }) {
  const t = useT()
  const textIn = useTextIn()
  const packs = overview.packs.filter(({ mayEdit }) => mayEdit)
  const [pack, setPack] = useState(packs.at(-1)?.id ?? '')
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const [id, setId] = useState('')
  const [audience, setAudience] = useState<'person' | 'organisation'>('person')
  const { begin, busy, trouble } = useBegin()
  const suggested = id || en.trim().toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[^a-z]+|-+$/g, '')
  const chosen = packs.find((each) => each.id === pack)
  const taken = [...((isPolicy ? chosen?.policies : chosen?.matters) ?? [])].some((each) => each.id === suggested)
  const problem = zh.trim() === '' ? t('designs.begin.needName') : !idPattern.test(suggested) ? t('designs.begin.needId') : taken ? t('designs.begin.idTaken') : undefined
  const kind = isPolicy ? 'benefits' : 'matters'
  const key = keyOf(kind, suggested)
  const name = { zh: zh.trim(), en: en.trim() }
  const create = () => begin({ pack, title: zh.trim(), about: key }, async (design) => {
    const stageOf = async () => (await queryClient.fetchQuery(partsQuery(design))).stages.find((stage) => stage.audience === audience)?.id ?? ''
    const fields = isPolicy
      ? newPolicy({ id: suggested, name, audience: audience === 'person' ? 'person' : 'company', on: plainDate(now()) })
      : newMatter({ id: suggested, name, audience, stage: await stageOf() })
    const content = rewrite(null, withItemIn(key, null, fields) ?? fields, `# ${zh.trim()}\n# yaml-language-server: $schema=../../schema/${kind}.schema.json\n`)
    await api('saveDesign', { params: { id: design }, body: { revision: 1, changes: [{ file: fileFor(pack, key), content }] } })
  })
  return (
    <form className="tb-stack" onSubmit={(event) => { event.preventDefault(); void create() }}>
      {trouble && <Notice tone="danger" live="assertive">{trouble}</Notice>}
      {packs.length > 1 && <Select label={t('designs.begin.pack')} value={pack} onChange={setPack} options={packs.map((each) => ({ value: each.id, label: textIn(each.name) }))} />}
      <TextInput label={t('designs.begin.nameZh')} hint={isPolicy ? t('design-policies.begin.nameHint') : t('designs.begin.nameHint')} value={zh} onChange={setZh} maxLength={60} required />
      <TextInput label={t('designs.begin.nameEn')} value={en} onChange={setEn} maxLength={100} optional />
      <TextInput label={t('designs.begin.id')} hint={isPolicy ? t('design-policies.begin.idHint') : t('designs.begin.idHint')} value={suggested} onChange={setId} maxLength={60} required />
      <Select label={isPolicy ? t('design-policies.begin.audience') : t('designs.begin.audience')} value={audience} onChange={(value) => setAudience(value === 'organisation' ? 'organisation' : 'person')} options={[{ value: 'person', label: t('designs.audience.person') }, { value: 'organisation', label: t('designs.audience.organisation') }]} />
      <Button type="submit" busy={busy} disabledReason={problem}>{t('designs.begin.start')}</Button>
    </form>
  )
}
