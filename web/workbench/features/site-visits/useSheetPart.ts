// One part of the sheet while it is filled in: every change is on this device at once and on the server a moment later; without a network
// it waits. When somebody of the same authority has changed it meanwhile, the official chooses.
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { api } from '../../../api/client.ts'
import { change } from '../../../shared/changing.ts'
import { codeOf } from '../../../shared/failure.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useOnline } from '../../../shared/useOnline.ts'
import { deviceStorage, readKept, writeKept } from './kept.ts'
import { visitQuery, type Finding, type Part, type Visit } from './queries.ts'

export const blank: Finding = { verdict: null, words: '', measure: '' }

const pauseMs = 800
const retryMs = 5_000

export type SaveState = 'saved' | 'saving' | 'onDevice' | 'clash'

type Written = Pick<Part, 'findings' | 'note'>

const revisionIn = (visit: Visit, caseId: string): number => visit.parts.find((part) => part.caseId === caseId)?.revision ?? 1

export function useSheetPart(visit: Visit, part: Part) {
  const online = useOnline()
  const [kept] = useState(() => readKept(deviceStorage(), visit.id, part.caseId))
  const [written, setWritten] = useState<Written>(kept ?? part)
  const [dirty, setDirty] = useState(kept !== undefined)
  const [trouble, setTrouble] = useState<'clash' | 'failed'>()
  const [tries, setTries] = useState(0)
  // What the server has seen: an older one is refused.
  const revision = useRef(kept?.revision ?? part.revision)
  const latest = useRef<Written>(written)
  const running = useRef<Promise<boolean>>(undefined)

  const keep = (next: Written) => {
    latest.current = next
    setWritten(next)
    setDirty(true)
    writeKept(deviceStorage(), visit.id, part.caseId, { revision: revision.current, ...next })
  }

  const send = async (): Promise<boolean> => {
    setTrouble(undefined)
    try {
      let sent: Written
      // What is written while it is on its way goes along at once.
      do {
        sent = latest.current
        const body = { revision: revision.current, findings: sent.findings, note: sent.note }
        const reply = await change(() => api('saveVisitPart', { params: { id: visit.id, case: part.caseId }, body }))
        revision.current = revisionIn(reply, part.caseId)
        queryClient.setQueryData(visitQuery(visit.id).queryKey, reply)
      } while (latest.current !== sent)
      writeKept(deviceStorage(), visit.id, part.caseId, undefined)
      setDirty(false)
      return true
    } catch (error) {
      setTrouble(codeOf(error) === 'conflict' ? 'clash' : 'failed')
      setTries((before) => before + 1)
      return false
    }
  }

  /** Sends what is written; true when the server has all of it. Two at once are one. */
  const save = (): Promise<boolean> => {
    running.current ??= send().finally(() => { running.current = undefined })
    return running.current
  }

  const saveNow = useEffectEvent(() => void save())
  // What is written, and whether there is a network, decide when it is sent.
  useEffect(() => {
    if (!dirty || !online || trouble === 'clash') return
    const timer = setTimeout(() => saveNow(), trouble === 'failed' ? retryMs : pauseMs)
    return () => clearTimeout(timer)
  }, [dirty, online, trouble, written, tries])

  /** Takes over the newest revision: with what is written here, or with what is saved there. */
  const settle = async (mine: boolean) => {
    const fresh = await queryClient.fetchQuery({ ...visitQuery(visit.id), staleTime: 0 })
    revision.current = revisionIn(fresh, part.caseId)
    if (mine) return void (await save())
    writeKept(deviceStorage(), visit.id, part.caseId, undefined)
    latest.current = fresh.parts.find(({ caseId }) => caseId === part.caseId) ?? latest.current
    setWritten(latest.current)
    setDirty(false)
    setTrouble(undefined)
  }

  const state: SaveState = trouble === 'clash' ? 'clash' : !dirty ? 'saved' : online && trouble === undefined ? 'saving' : 'onDevice'
  return {
    findings: written.findings, note: written.note, dirty, state, save, settle,
    /** The revision the server has, asked at the moment of sending. */
    revisionNow: () => revision.current,
    /** The visit began with something else than what is written here, which counted the part up. */
    begun: (counted: number) => { revision.current = counted },
    put: (item: string, finding: Partial<Finding>) => keep({ findings: { ...latest.current.findings, [item]: { ...blank, ...latest.current.findings[item], ...finding } }, note: latest.current.note }),
    write: (note: string) => keep({ findings: latest.current.findings, note }),
  }
}
