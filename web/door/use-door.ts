import { useEffect, useRef, useState } from 'preact/hooks'
import type { Session } from '../sign-in/session.ts'
import { answerHere } from './answer-here.ts'
import type { Person } from './answers.ts'
import { addTap, keepList, type List, readList, readTaps } from './kept.ts'
import { readDoor, withAnswer } from './read-door.ts'
import { sendTaps, type Told } from './send-taps.ts'
import { type Tap, withTaps } from './taps.ts'
import { conflictInWords, inWords, type News } from './words.ts'

/** How this phone stands with the server. */
export type Line = 'fine' | 'offline' | 'signed-out' | 'refused'

const LOOK_AGAIN_MS = 30_000

/**
 * The door of one event on this phone. What is done shows at once, waits in the phone, and is sent as soon as there is a
 * network and a session; what others do is looked up twice a minute.
 */
export function useDoor(eventId: string, session: Session | undefined, canSignIn: boolean) {
  const [list, setList] = useState<List>()
  const [taps, setTaps] = useState<Tap[]>([])
  const [line, setLine] = useState<Line>('fine')
  const [news, setNews] = useState<News>()
  const [conflicts, setConflicts] = useState<News[]>([])
  const known = useRef<List | undefined>(undefined)
  const underWay = useRef(false)
  const newest = useRef('')

  const show = (next: List) => {
    known.current = next
    setList(next)
  }

  const tell = (told: Told) => {
    const { tap } = told
    const now = known.current
    const zone = now?.event.timeZone ?? 'UTC'
    const say = (said: News) => (tap.key === newest.current ? setNews(said) : setConflicts((all) => [...all, said]))
    if ('problem' in told) return say({ tone: 'bad', text: told.problem })
    const { answer } = told
    if (now?.event.eventId === tap.eventId) {
      const next = withAnswer(now, tap.registrationId, answer?.firstAt)
      show(next)
      void keepList(next)
    }
    if (!answer) return
    if (answer.result !== 'ok') say(conflictInWords(answer, zone))
    else if (tap.key === newest.current) setNews(inWords(answer, zone))
  }

  /** Sends what waits, and then reads the list, if wanted. One of these at a time. */
  const meet = async (read: boolean): Promise<void> => {
    if (underWay.current) return
    underWay.current = true
    const now = await talk(read).finally(() => {
      underWay.current = false
    })
    const left = await readTaps()
    setTaps(left)
    setLine(now)
    // Somebody tapped in the very moment in which this ended.
    if (now === 'fine' && left.length > 0) await meet(false)
  }
  const talk = async (read: boolean): Promise<Line> => {
    for (;;) {
      const token = await session?.token()
      if (!token) return canSignIn && navigator.onLine ? 'signed-out' : 'offline'
      const sent = await sendTaps(token, tell)
      if (sent !== 'all') return sent === 'later' ? 'offline' : sent
      if ((await readTaps()).length > 0) continue
      if (!read) return 'fine'
      const answer = await readDoor(eventId, token)
      if (answer.ok) show(answer.value)
      else if (answer.problem.status === 401) return 'signed-out'
      else if (answer.problem.status === 403 || answer.problem.status === 404) return 'refused'
      else return 'offline'
      if ((await readTaps()).length === 0) return 'fine'
    }
  }

  useEffect(() => {
    let gone = false
    known.current = undefined
    const begin = async () => {
      const [kept, waiting] = await Promise.all([readList(eventId), readTaps()])
      if (gone) return
      if (kept) show(kept)
      setTaps(waiting)
      await meet(true)
    }
    void begin()
    const again = () => void (document.visibilityState === 'visible' && meet(true))
    const offline = () => setLine('offline')
    const timer = setInterval(again, LOOK_AGAIN_MS)
    window.addEventListener('online', again)
    window.addEventListener('offline', offline)
    document.addEventListener('visibilitychange', again)
    return () => {
      gone = true
      clearInterval(timer)
      window.removeEventListener('online', again)
      window.removeEventListener('offline', offline)
      document.removeEventListener('visibilitychange', again)
    }
  }, [eventId, session, canSignIn])

  const put = async (tap: Omit<Tap, 'key' | 'eventId' | 'at'>) => {
    const at = new Date(Date.now() + (known.current?.clockBehind ?? 0)).toISOString()
    const made: Tap = { ...tap, key: crypto.randomUUID(), eventId, at }
    newest.current = made.key
    await addTap(made)
    setTaps(await readTaps())
    void meet(false)
  }

  const people = list ? withTaps(list.people, taps) : []
  return {
    list,
    people,
    /** Of all events: whoever signs in on this phone sends them. */
    waiting: taps.length,
    line,
    news,
    conflicts,
    understood: () => setConflicts([]),

    async checkIn(registrationId: string, method: Tap['method']): Promise<void> {
      if (!list) return
      const at = new Date(Date.now() + list.clockBehind).toISOString()
      const answer = answerHere({ event: list.event, people, at }, registrationId)
      const asking: News = { tone: 'good', text: 'This code is not on the list of this phone yet. We ask for it.' }
      setNews(answer ? inWords(answer, list.event.timeZone) : asking)
      // Which event it is for, the server knows.
      const mustAsk = !answer || (answer.result === 'wrong-event' && line === 'fine')
      if (mustAsk || answer.result === 'ok') await put({ registrationId, kind: 'in', method })
    },

    async undo({ registrationId, firstName, lastName }: Person): Promise<void> {
      setNews({ tone: 'good', text: `${firstName} ${lastName} is not in any more.` })
      await put({ registrationId, kind: 'out', method: 'list' })
    },

    /** Reads the list anew, e.g. after a walk-in. */
    readAgain: (said: News) => {
      setNews(said)
      return meet(true)
    },
  }
}
