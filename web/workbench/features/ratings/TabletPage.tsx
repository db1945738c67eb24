// The tablet at a window, turned to whoever was served: five faces over the whole screen. It shows nothing of the person and goes back to its
// start by itself.
import { useQuery } from '@tanstack/react-query'
import type { Grade, Tag } from '../../../../server/modules/ratings/grade.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { FaceBoard } from '../../../shared/rating/FaceBoard.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { forStaff } from '../../for-staff.ts'
import { visitQuery } from './queries.ts'

export const loader = forStaff(() => queryClient.fetchQuery(visitQuery))

export const title = () => t('rating-desk.tablet.title')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { data } = useQuery(visitQuery)
  const visit = data?.visit ?? undefined
  return (
    <div className="board">
      <header className="tb-row">
        <h1>{t('rating-desk.tablet.title')}</h1>
        {visit && <span className="tb-muted">{t('rating-desk.tablet.at', { hall: textIn(visit.hall), counter: visit.counter })}</span>}
        <Link className="board-back" href={paths.workbenchWindow()}>{t('rating-desk.tablet.back')}</Link>
      </header>
      <div className="board-body">
        {visit ? <Visit key={visit.id} visit={visit.id} rated={visit.rated} /> : <p className="board-say">{t('rating-desk.tablet.idle')}</p>}
      </div>
      <SignedOutDialog />
    </div>
  )
}

function Visit({ visit, rated }: { visit: string; rated: boolean }) {
  const t = useT()
  const rating = useChange((said: { grade: Grade; tags: Tag[] }) => api('rateAtWindow', { body: { visit, ...said, words: '' } }))
  const start = () => {
    rating.reset()
    void queryClient.invalidateQueries({ queryKey: visitQuery.queryKey })
  }
  if (rating.error !== null) {
    return (
      <div className="tb-stack">
        <Notice tone="danger" live="assertive"><p>{codeOf(rating.error) === 'already_rated' ? t('rating-desk.tablet.rated') : (messageOf(rating.error) ?? t('rating-desk.failed'))}</p></Notice>
        <Button onClick={start}>{t('rating-desk.tablet.again')}</Button>
      </div>
    )
  }
  if (rated && !rating.isSuccess) return <p className="board-say">{t('rating-desk.tablet.rated')}</p>
  return <FaceBoard busy={rating.isPending} done={rating.isSuccess} onSend={rating.mutate} onOver={start} />
}
