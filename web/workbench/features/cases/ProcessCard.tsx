// The whole process the case is part of: folded until asked for, then drawn with live state and offered as a BPMN file.
// The drawing scrolls sideways by itself where the screen is too narrow for it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addressOf, api } from '../../../api/client.ts'
import { currentLanguage, useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { ProcessPicture } from './ProcessPicture.tsx'

const processQuery = (id: string) => ({ queryKey: ['cases', 'process', id, currentLanguage()], queryFn: () => api('getProcess', { params: { id } }), staleTime: 5_000, refetchInterval: 30_000 })

export function ProcessCard({ caseId }: { caseId: string }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { data, isError, refetch } = useQuery({ ...processQuery(caseId), enabled: open })
  return (
    <Card title={t('desk.process.title')} aside={<Button variant="plain" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'desk.process.hide' : 'desk.process.show')}</Button>}>
      {open && (isError && !data ? <ErrorState title={t('desk.process.failed')} onRetry={() => void refetch()} /> : !data ? <Loading lines={4} /> : (
        <div className="tb-stack">
          <ProcessPicture process={data} />
          <a className="case-file-link" href={addressOf('downloadProcess', { id: caseId })} download>{t('desk.process.download')}</a>
        </div>
      ))}
    </Card>
  )
}
