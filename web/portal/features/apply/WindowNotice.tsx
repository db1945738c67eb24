// A draft filled in at a window says where and when, so that who goes on at home knows it is theirs.
// Asked once for each visit, only by the person themselves.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { formatMoment } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { isResident, useSession } from '../../../shared/session.tsx'
import { Notice } from '../../../ui/Notice.tsx'

export function WindowNotice({ application }: { application: string }) {
  const t = useT()
  const textIn = useTextIn()
  const session = useSession()
  const { data } = useQuery({
    queryKey: ['window-of', application], queryFn: () => api('getWindowOfApplication', { params: { id: application } }), enabled: isResident(session) && !session.acting, staleTime: Infinity,
  })
  const place = data?.place
  if (!place) return null
  return <Notice compact>{t('at-window.place', { time: formatMoment(place.at, thisYear()), hall: textIn(place.hall), counter: place.counter })}</Notice>
}
