// When one service of an application was not granted: what goes on all the same, what stopped because of it, and that only this branch
// has to be applied for again, which is begun here. Nothing is drawn while everything goes on.
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '../../../api/client.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { branchesOf } from './branches.ts'
import type { Tracking } from './queries.ts'

const againQuery = (application: string) => queryOptions({ queryKey: ['applications', application, 'again'], queryFn: ({ signal }) => api('getAgain', { params: { id: application } }, { signal }) })

export function BranchCard({ tracking }: { tracking: Tracking }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { branches, goesOn } = branchesOf(tracking.cases)
  // Reasons are given with what was not granted.
  if (branches.length === 0 && tracking.cases.every(({ reasons }) => reasons === null)) return null
  const names = (services: readonly { name: (typeof goesOn)[number]['name'] }[]) => format.list(services.map(({ name }) => textIn(name)))
  return (
    <Card title={t('visits.branch.title')}>
      <div className="tb-stack">
        <ul>
          {branches.map(({ because, stopped }) => <li key={because.id}>{t('visits.branch.stopped', { because: textIn(because.name), services: names(stopped) })}</li>)}
          {goesOn.length > 0 && <li>{t('visits.branch.goesOn', { services: names(goesOn) })}</li>}
        </ul>
        <ApplyAgain application={tracking.id} />
      </div>
    </Card>
  )
}

function ApplyAgain({ application }: { application: string }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data } = useQuery(againQuery(application))
  const start = useMutation({
    mutationFn: () => api('startAgain', { params: { id: application } }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: againQuery(application).queryKey })
      await navigate(paths.apply({ application: id }))
    },
  })
  if (!data || data.services.length === 0) return null
  const { services, waitsFor, follower } = data
  if (follower) {
    return follower.number === null
      ? <p>{t('visits.branch.begun')} <Link href={paths.apply({ application: follower.id })}>{t('visits.branch.goOn')}</Link></p>
      : <p>{t('visits.branch.followed', { number: follower.number })} <Link href={paths.application({ application: follower.id })}>{t('visits.branch.look')}</Link></p>
  }
  const list = (texts: typeof services) => format.list(texts.map(textIn))
  return (
    <>
      <p>{t('visits.branch.again', { services: list(services) })}</p>
      <div><Button busy={start.isPending} disabledReason={waitsFor.length > 0 ? t('visits.branch.waits', { services: list(waitsFor) }) : undefined} onClick={() => start.mutate()}>{t('visits.branch.link')}</Button></div>
      {start.error !== null && <Notice tone="danger" live="assertive">{codeOf(start.error) === 'not_allowed_now' ? t('visits.branch.otherDraft') : (messageOf(start.error) ?? t('visits.failed'))}</Notice>}
    </>
  )
}
