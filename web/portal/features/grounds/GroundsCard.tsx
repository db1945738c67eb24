// Why services of an application were decided at once, or why a person decides: the reasons of the decision table with their law.
// Nothing is drawn where no table has spoken.
import { useQuery } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Tone } from '../../../ui/tone.ts'

type Grounds = Reply<'listMyDecisions'>['decisions'][number]

interface Props {
  application: string
  cases: readonly { id: string; name: Parameters<ReturnType<typeof useTextIn>>[0]; ended: boolean }[]
}

const tones: Readonly<Record<Grounds['decision'], Tone>> = { approve: 'success', refuse: 'danger', tentative: 'success', person: 'neutral' }

export function GroundsCard({ application, cases }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const { data = [] } = useQuery({ queryKey: ['applications', 'grounds', application], queryFn: async () => (await api('listMyDecisions', { params: { id: application } })).decisions, staleTime: 30_000 })
  const spoken = data.flatMap((grounds) => {
    const one = cases.find(({ id }) => id === grounds.caseId)
    // What was left to a person and is decided by now speaks for itself.
    return one && !(grounds.decision === 'person' && one.ended) ? [{ grounds, name: textIn(one.name) }] : []
  })
  if (spoken.length === 0) return null
  return (
    <Card title={t('applications.grounds.title')}>
      <div className="tb-stack">{spoken.map(({ grounds, name }) => <Ground key={grounds.caseId} grounds={grounds} name={name} />)}</div>
    </Card>
  )
}

function Ground({ grounds, name }: { grounds: Grounds; name: string }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { decision, reasons, open, checkOn } = grounds
  return (
    <Notice compact tone={tones[decision]}>
      <b>{t(`applications.grounds.${decision}`, { service: name })}</b>
      {reasons.map(({ reason, law }) => <p key={reason['zh-CN']}>{textIn(reason)} <small>《{law.title}》{law.article ?? ''}</small></p>)}
      {decision === 'person' && reasons.length === 0 && <p>{open.length > 0 ? t('applications.grounds.open', { names: format.list(open.map(textIn)) }) : t(grounds.held === 'documents' ? 'applications.grounds.documents' : 'applications.grounds.looks')}</p>}
      {decision === 'tentative' && <p>{checkOn === null ? t('applications.grounds.checkSoon') : t('applications.grounds.check', { date: format.day(checkOn) })}</p>}
    </Notice>
  )
}
