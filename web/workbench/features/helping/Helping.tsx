// A helper's own part: who is being helped now, beginning with a code, and whom they helped lately.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { startActing } from '../../../shared/acting.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { helpQuery, type HelpSession } from './queries.ts'

type Halls = readonly { id: string; name: Parameters<ReturnType<typeof useTextIn>>[0] }[]

export function Helping() {
  const t = useT()
  const { data, error, refetch, isFetching } = useQuery(helpQuery)
  if (!data) return error ? <ErrorState level={2} onRetry={() => void refetch()} retrying={isFetching} /> : <Loading />
  const now = data.sessions.find(({ live }) => live)
  return (
    <>
      <p className="tb-muted">{t('proxy-desk.helping.lead')}</p>
      {now && <Now session={now} />}
      {data.halls.length === 0 ? <Notice>{t('proxy-desk.helping.none')}</Notice> : <Begin halls={data.halls} />}
      <History sessions={data.sessions} />
    </>
  )
}

function Now({ session: { id, person, untilAt, mandate } }: { session: HelpSession }) {
  const t = useT()
  const act = (path: string) => startActing({ mandate, name: person, capacity: 'helper', home: paths.workbenchHelping() }, path)
  const { mutate, isPending, error } = useChange(() => api('endHelp', { params: { id } }), () => void queryClient.invalidateQueries({ queryKey: helpQuery.queryKey }))
  return (
    <Card level={2} tone="attention" title={t('proxy-desk.helping.now', { name: person, until: formatMoment(untilAt, thisYear()) })}>
      <div className="tb-stack">
        {error !== null && <Notice compact tone="danger" live="assertive">{messageOf(error) ?? t('proxy-desk.failed')}</Notice>}
        <div className="tb-row">
          <Button icon="person" onClick={() => act(paths.applications())}>{t('proxy-desk.helping.applications')}</Button>
          <Button variant="ghost" onClick={() => act(paths.home())}>{t('proxy-desk.helping.matters')}</Button>
          <Button variant="quiet" busy={isPending} onClick={() => mutate()}>{t('proxy-desk.helping.end')}</Button>
        </div>
      </div>
    </Card>
  )
}

function Begin({ halls }: { halls: Halls }) {
  const t = useT()
  const textIn = useTextIn()
  const [outlet, setOutlet] = useState(halls[0]?.id ?? '')
  const [place, setPlace] = useState<'hall' | 'home'>('hall')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const digits = code.replaceAll(/\s/g, '')
  const isCode = /^\d{8}$/.test(digits)
  const { mutate, isPending, error } = useChange(() => api('beginHelp', { body: { code: digits, outlet, place } }), async () => {
    await queryClient.invalidateQueries({ queryKey: helpQuery.queryKey })
    setCode('')
    setTried(false)
  })
  return (
    <Card level={2} title={t('proxy-desk.helping.begin')}>
      <form
        className="tb-stack"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (isCode) mutate()
        }}
      >
        <Select label={t('proxy-desk.helping.hall')} value={outlet} onChange={setOutlet} options={halls.map(({ id, name }) => ({ value: id, label: textIn(name) }))} />
        <RadioGroup
          label={t('proxy-desk.helping.place')} inline value={place} onChange={(value) => setPlace(value === 'home' ? 'home' : 'hall')}
          options={[{ value: 'hall', label: t('proxy-desk.helping.places.hall') }, { value: 'home', label: t('proxy-desk.helping.places.home') }]}
        />
        <TextInput label={t('proxy-desk.helping.code')} inputMode="numeric" autoComplete="off" width="short" value={code} onChange={setCode} error={tried && !isCode ? t('proxy-desk.helping.badCode') : undefined} />
        {error !== null && <Notice compact tone="danger" live="assertive">{messageOf(error) ?? t('proxy-desk.failed')}</Notice>}
        <div><Button type="submit" busy={isPending}>{t('proxy-desk.helping.begin')}</Button></div>
      </form>
    </Card>
  )
}

function History({ sessions }: { sessions: readonly HelpSession[] }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const columns: Column<HelpSession>[] = [
    { key: 'person', header: t('proxy-desk.helping.person'), cell: ({ person }) => person },
    { key: 'when', header: t('proxy-desk.helping.when'), cell: ({ openedAt }) => formatMoment(openedAt, thisYear()) },
    { key: 'place', header: t('proxy-desk.helping.place'), cell: ({ place, hall }) => `${textIn(hall)} · ${t(`proxy-desk.helping.places.${place}`)}` },
    { key: 'begun', header: t('proxy-desk.helping.begun'), cell: ({ applications }) => format.number(applications), align: 'end' },
  ]
  return <Table caption={t('proxy-desk.helping.history')} captionShown columns={columns} rows={sessions} rowKey={({ id }) => id} empty={t('proxy-desk.helping.noHistory')} />
}
