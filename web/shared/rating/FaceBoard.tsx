// Five faces over the whole screen, for the tablet at a window and for kiosks: one tap is enough. What is bad may be explained by one more tap;
// nobody has to. It goes on by itself, with a countdown that can be stopped. The area "ratings" has to be loaded.
import { useEffect, useEffectEvent, useState } from 'react'
import { gradeNames, grades, isBad, tagNames, tagsFor, type Grade, type Tag } from '../../../server/modules/ratings/grade.ts'
import { useTextIn } from '../i18n/content.ts'
import { useT } from '../i18n/store.ts'
import { Button } from '../../ui/Button.tsx'
import { Face } from './Face.tsx'
import './board.css'

/** Seconds to say why, and seconds the thanks stay. */
const [whySeconds, thanksSeconds] = [20, 6]

export interface Said {
  grade: Grade
  tags: Tag[]
}

interface Props {
  busy: boolean
  /** It has been taken: thanks are shown, then it is over. */
  done: boolean
  onSend: (said: Said) => void
  onOver: () => void
}

export function FaceBoard({ busy, done, onSend, onOver }: Props) {
  const t = useT()
  const [grade, setGrade] = useState<Grade>()
  const over = () => {
    setGrade(undefined)
    onOver()
  }
  if (done) return <Thanks onOver={over} say={t('ratings.board.thanks')} />
  if (grade !== undefined && isBad(grade)) return <Why grade={grade} busy={busy} onSend={(tags) => onSend({ grade, tags })} onBack={() => setGrade(undefined)} />
  return (
    <Faces
      busy={busy}
      onTap={(tapped) => {
        setGrade(tapped)
        if (!isBad(tapped)) onSend({ grade: tapped, tags: [] })
      }}
    />
  )
}

function Faces({ busy, onTap }: { busy: boolean; onTap: (grade: Grade) => void }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <>
      <p className="board-say" id="board-question">{t('ratings.board.ask')}</p>
      <div className="board-faces" role="group" aria-labelledby="board-question" aria-busy={busy}>
        {grades.map((grade) => (
          <button key={grade} type="button" className="board-face" onClick={() => !busy && onTap(grade)}>
            <Face grade={grade} />
            {textIn(gradeNames[grade])}
          </button>
        ))}
      </div>
    </>
  )
}

function Why({ grade, busy, onSend, onBack }: { grade: Grade; busy: boolean; onSend: (tags: Tag[]) => void; onBack: () => void }) {
  const t = useT()
  const textIn = useTextIn()
  const [tags, setTags] = useState<Tag[]>([])
  const [left, stop] = useCountdown(whySeconds, () => onSend(tags))
  const toggle = (tag: Tag) => setTags(tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag])
  return (
    <div className="tb-stack board-why">
      <p className="board-say" id="board-why">{t('ratings.board.why', { grade: textIn(gradeNames[grade]) })}</p>
      <div className="board-tags" role="group" aria-labelledby="board-why">
        {tagsFor(grade).map((tag) => (
          <button key={tag} type="button" className="board-tag" aria-pressed={tags.includes(tag)} onClick={() => toggle(tag)}>{textIn(tagNames[tag])}</button>
        ))}
      </div>
      <div className="tb-row">
        <Button busy={busy} onClick={() => onSend(tags)}>{t('ratings.board.send')}</Button>
        <Button variant="ghost" onClick={onBack}>{t('ratings.board.change')}</Button>
        {left !== null && <Button variant="quiet" icon="clock" onClick={stop}>{t('ratings.board.wait')}</Button>}
        {left !== null && <span className="tb-muted" role="timer">{t('ratings.board.left', { n: left })}</span>}
      </div>
    </div>
  )
}

function Thanks({ onOver, say }: { onOver: () => void; say: string }) {
  const t = useT()
  const [left] = useCountdown(thanksSeconds, onOver)
  return (
    <div className="tb-stack board-thanks" role="status">
      <Face grade="very-satisfied" />
      <p className="board-say">{say}</p>
      {left !== null && <p className="tb-muted" role="timer">{t('ratings.board.resets', { n: left })}</p>}
    </div>
  )
}

/** Seconds left, null once stopped; `onOver` at the end, once. */
export function useCountdown(seconds: number, onOver: () => void): [number | null, () => void] {
  const [left, setLeft] = useState<number | null>(seconds)
  const over = useEffectEvent(onOver)
  useEffect(() => {
    if (left === null) return undefined
    if (left === 0) {
      over()
      return undefined
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, () => setLeft(null)]
}
