// What the search page shows everybody as popular here, for designers to take down at once with a reason, and to show again.
// It loads by itself; nothing is shown while there is nothing popular and nothing taken down.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { regionsQuery } from '../../../shared/SessionProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'

type Popular = Reply<'listShownPopular'>
type Shown = Popular['shown'][number]
type Hidden = Popular['hidden'][number]

const queryKey = ['popular-words']
const reload = () => void queryClient.invalidateQueries({ queryKey })

export function PopularWords({ decides }: { decides: boolean }) {
  const t = useT()
  const format = useFormat()
  const nameOf = useRegionName()
  const { data } = useQuery({ queryKey, queryFn: ({ signal }) => api('listShownPopular', {}, { signal }) })
  const [hiding, setHiding] = useState<Shown>()
  const showing = useChange(({ region, words }: Hidden) => api('showPopular', { body: { region, words } }), reload)
  if (!data || data.shown.length + data.hidden.length === 0) return null
  const shown: Column<Shown>[] = [
    { key: 'words', header: t('unfound.words'), cell: ({ words }) => <b lang="zh-CN">{words}</b> },
    { key: 'region', header: t('unfound.popular.place'), cell: ({ region }) => nameOf(region) },
    { key: 'visitors', header: t('unfound.popular.visitors'), align: 'end', cell: ({ visitors }) => format.number(visitors) },
    ...(decides ? [{ key: 'do', header: t('unfound.do'), cell: (one: Shown) => <Button variant="plain" onClick={() => setHiding(one)}>{t('unfound.popular.hide')}<span className="tb-hidden"> {one.words}</span></Button> }] : []),
  ]
  const hidden: Column<Hidden>[] = [
    { key: 'words', header: t('unfound.words'), cell: ({ words }) => <b lang="zh-CN">{words}</b> },
    { key: 'region', header: t('unfound.popular.place'), cell: ({ region }) => nameOf(region) },
    { key: 'reason', header: t('unfound.popular.reason'), cell: ({ reason, hiddenBy, hiddenAt }) => <>{reason} <small className="tb-muted">{hiddenBy} {format.instant(hiddenAt)}</small></> },
    ...(decides ? [{ key: 'do', header: t('unfound.do'), cell: (one: Hidden) => <Button variant="plain" busy={showing.isPending} onClick={() => showing.mutate(one)}>{t('unfound.popular.show')}<span className="tb-hidden"> {one.words}</span></Button> }] : []),
  ]
  return (
    <Card title={t('unfound.popular.title')}>
      <div className="tb-stack">
        {data.shown.length > 0 && <Table caption={t('unfound.popular.lead')} captionShown columns={shown} rows={data.shown} rowKey={({ region, words }) => `${region} ${words}`} />}
        {data.hidden.length > 0 && <Table caption={t('unfound.popular.hidden')} captionShown columns={hidden} rows={data.hidden} rowKey={({ region, words }) => `${region} ${words}`} />}
        <Trouble error={showing.error} />
      </div>
      <Dialog open={hiding !== undefined} onClose={() => setHiding(undefined)} stay title={t('unfound.popular.hideWords', { words: hiding?.words ?? '' })}>
        {hiding && <Hide key={hiding.words} one={hiding} onDone={() => setHiding(undefined)} />}
      </Dialog>
    </Card>
  )
}

/** Name of a place by its code. */
function useRegionName(): (code: string) => string {
  const textIn = useTextIn()
  const { data: served } = useQuery(regionsQuery)
  return (code) => textIn(served?.regions.find((each) => each.code === code)?.name ?? { 'zh-CN': code })
}

function Hide({ one: { region, words }, onDone }: { one: Shown; onDone: () => void }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const hiding = useChange(() => api('hidePopular', { body: { region, words, reason: reason.trim() } }), () => {
    reload()
    onDone()
  })
  return (
    <div className="tb-stack">
      <p className="tb-muted">{t('unfound.popular.hideHint')}</p>
      <TextInput label={t('unfound.popular.reason')} required value={reason} onChange={setReason} maxLength={500} />
      <Trouble error={hiding.error} />
      <p><Button busy={hiding.isPending} disabledReason={reason.trim().length < 2 ? t('unfound.needNote') : undefined} onClick={() => hiding.mutate()}>{t('unfound.popular.hide')}</Button></p>
    </div>
  )
}

function Trouble({ error }: { error: unknown }) {
  const t = useT()
  return error === null ? null : <Notice tone="danger" live="assertive"><p>{messageOf(error) ?? t('ui.error.text')}</p></Notice>
}
