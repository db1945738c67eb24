// Rating at a kiosk by the link on a slip: five faces over the whole screen. Who does nothing for a while is taken away from it, and nothing stays
// behind: no login was there, the page and what it knew are left for the start page.
import { useEffect, useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { FaceBoard, useCountdown, type Said } from '../../../shared/rating/FaceBoard.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'

const idleSeconds = 60

const leave = () => {
  queryClient.clear()
  location.replace(paths.home())
}

export function KioskRate({ token, name, authorityName, rated }: { token: string; name: string; authorityName: string; rated: boolean }) {
  const t = useT()
  const [touches, setTouches] = useState(0)
  const rating = useChange((said: Said) => api('rateCaseByLink', { params: { token }, body: { ...said, words: '' } }))
  const taken = rated || (rating.error !== null && codeOf(rating.error) === 'already_rated')
  useEffect(() => {
    const touched = () => setTouches((before) => before + 1)
    addEventListener('pointerdown', touched)
    addEventListener('keydown', touched)
    return () => {
      removeEventListener('pointerdown', touched)
      removeEventListener('keydown', touched)
    }
  }, [])
  return (
    <div className="board">
      <header className="tb-row">
        <h1>{t('ratings.link.title')}</h1>
        <span className="tb-muted">{name} · {authorityName}</span>
        <span className="board-back tb-row"><Idle key={touches} /><Button variant="ghost" onClick={leave}>{t('ratings.board.leave')}</Button></span>
      </header>
      <div className="board-body">
        {taken && !rating.isSuccess ? <p className="board-say">{t('ratings.link.done')}</p> : rating.error !== null ? (
          <div className="tb-stack">
            <Notice tone="danger" live="assertive"><p>{messageOf(rating.error) ?? t('ratings.form.failed')}</p></Notice>
            <Button onClick={rating.reset}>{t('ratings.board.change')}</Button>
          </div>
        ) : <FaceBoard busy={rating.isPending} done={rating.isSuccess} onSend={rating.mutate} onOver={leave} />}
      </div>
    </div>
  )
}

function Idle() {
  const t = useT()
  const [left] = useCountdown(idleSeconds, leave)
  return left === null ? null : <span className="tb-muted" role="timer">{t('ratings.board.idle', { n: left })}</span>
}
