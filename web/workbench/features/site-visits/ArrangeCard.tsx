// What an official can do about a visit as a whole: answer the time, call it off, say that nobody was there or that another authority did not come.
// What needs reasons asks for them.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { visitQuery, type Visit } from './queries.ts'

type Wanting = 'askOther' | 'leave' | 'cancel' | 'miss'
const wantings: readonly Wanting[] = ['askOther', 'leave', 'miss', 'cancel']

const longest = 500

export function useStep<V>(visit: Visit, call: (variables: V) => Promise<Visit>) {
  const t = useT()
  const queries = useQueryClient()
  return useChange(call, (reply) => {
    queries.setQueryData(visitQuery(visit.id).queryKey, reply)
    void queries.invalidateQueries({ queryKey: ['site-visits', 'ahead'] })
    void queries.invalidateQueries({ queryKey: ['site-visits', 'case'] })
    void queries.invalidateQueries({ queryKey: ['cases'] })
    toast(t('visit-desk.do.done'))
  })
}

export function ArrangeCard({ visit }: { visit: Visit }) {
  const t = useT()
  const textIn = useTextIn()
  const [wanting, setWanting] = useState<Wanting>()
  const params = { id: visit.id }
  const confirm = useStep(visit, () => api('confirmSiteVisit', { params, body: visit.slot }))
  const absent = useStep(visit, (caseId: string) => api('markVisitAbsent', { params: { id: visit.id, case: caseId } }))
  const begin = useStep(visit, () => api('beginSiteVisit', { params }))
  const unaccepted = visit.parts.some(({ own, accepted, state }) => own && state === 'asked' && !accepted)
  const error = confirm.error ?? absent.error ?? begin.error
  const missing = visit.can.includes('markAbsent') ? visit.parts.filter(({ own, blank }) => !own && blank) : []
  return (
    <Card title={t('visit-desk.do.title')} tone={visit.can.includes('confirm') || visit.can.includes('sign') ? 'attention' : 'plain'}>
      <div className="tb-stack">
        {visit.can.length === 0 && <p className="tb-muted">{t('visit-desk.do.nothing')}</p>}
        {error !== null && <Notice tone="danger" live="assertive">{codeOf(error) === 'conflict' ? t('visit-desk.do.conflict') : (messageOf(error) ?? t('visit-desk.do.failed'))}</Notice>}
        {wanting === undefined ? (
          <>
            {visit.can.includes('confirm') && <Button block busy={confirm.isPending} disabledReason={unaccepted ? t('visit-desk.do.needsAccept') : undefined} onClick={() => confirm.mutate(undefined)}>{t('visit-desk.do.confirm')}</Button>}
            {visit.can.includes('begin') && <Button block variant="ghost" busy={begin.isPending} onClick={() => begin.mutate(undefined)}>{t('visit-desk.do.begin')}</Button>}
            {wantings.filter((each) => visit.can.includes(each)).map((each) => <Button key={each} block variant={each === 'cancel' ? 'quiet' : 'ghost'} onClick={() => setWanting(each)}>{t(`visit-desk.do.${each}`)}</Button>)}
            {missing.map((part) => <Button key={part.caseId} block variant="quiet" busy={absent.isPending} onClick={() => absent.mutate(part.caseId)}>{t('visit-desk.do.absent', { authority: textIn(part.authorityShortName) })}</Button>)}
          </>
        ) : <Reasons key={wanting} visit={visit} wanting={wanting} onBack={() => setWanting(undefined)} />}
      </div>
    </Card>
  )
}

function Reasons({ visit, wanting, onBack }: { visit: Visit; wanting: Wanting; onBack: () => void }) {
  const t = useT()
  const [reasons, setReasons] = useState('')
  const [tried, setTried] = useState(false)
  const short = reasons.trim().length < 2
  const params = { id: visit.id }
  const step = useStep(visit, () => {
    const body = { reasons: reasons.trim() }
    if (wanting === 'askOther') return api('askOtherVisitTime', { params, body: { ...body, slot: visit.slot } })
    if (wanting === 'leave') return api('leaveSiteVisit', { params, body })
    return wanting === 'miss' ? api('missSiteVisit', { params, body }) : api('cancelSiteVisit', { params, body })
  })
  return (
    <form
      className="tb-stack"
      aria-label={t(`visit-desk.do.${wanting}`)}
      onSubmit={(event) => {
        event.preventDefault()
        if (short) setTried(true)
        else step.mutate(undefined)
      }}
    >
      <TextArea label={t('visit-desk.do.reasons')} rows={3} limit={longest} value={reasons} onChange={setReasons} error={tried && short ? t('visit-desk.do.reasonsShort') : undefined} />
      {step.error !== null && <Notice tone="danger" live="assertive">{codeOf(step.error) === 'conflict' ? t('visit-desk.do.conflict') : (messageOf(step.error) ?? t('visit-desk.do.failed'))}</Notice>}
      <div className="tb-row">
        <Button type="submit" busy={step.isPending}>{t('visit-desk.do.send')}</Button>
        <Button variant="quiet" onClick={onBack}>{t('visit-desk.do.back')}</Button>
      </div>
    </form>
  )
}
