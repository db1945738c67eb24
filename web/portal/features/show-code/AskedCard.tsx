// The window asks the person to confirm what it typed for them: look, then say so. What was changed meanwhile has to be looked at again.
import { useQuery } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'

export function AskedCard({ asked: { application, matterName } }: { asked: Reply<'getShowCode'>['asked'][number] }) {
  const t = useT()
  const textIn = useTextIn()
  const standing = { queryKey: ['confirmation', application], queryFn: () => api('getConfirmation', { params: { id: application } }), staleTime: Infinity }
  const { data } = useQuery(standing)
  const confirming = useChange((content: string) => api('confirmApplication', { params: { id: application }, body: { content } }), () => {
    toast(t('at-window.confirm.agreed'), { tone: 'success' })
    return queryClient.invalidateQueries({ queryKey: ['show-code'] })
  })
  const changed = codeOf(confirming.error) === 'conflict'
  return (
    <Card tone="attention" title={t('at-window.code.asked')}>
      <div className="tb-stack">
        <p>{t('at-window.code.askedText', { matter: textIn(matterName) })}</p>
        {confirming.error !== null && <Notice tone="danger" live="assertive">{changed ? t('at-window.confirm.changed') : (messageOf(confirming.error) ?? t('at-window.confirm.failed'))}</Notice>}
        <div className="tb-row">
          <LinkButton variant="ghost" href={paths.applyCheck({ application })}>{t('at-window.confirm.look')}</LinkButton>
          <Button busy={confirming.isPending || !data} onClick={() => data && confirming.mutate(data.content, { onError: () => void queryClient.invalidateQueries({ queryKey: standing.queryKey }) })}>{t('at-window.confirm.agree')}</Button>
        </div>
      </div>
    </Card>
  )
}
