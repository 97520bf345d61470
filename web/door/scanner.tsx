import { useEffect, useRef, useState } from 'preact/hooks'
import { qrDetector } from './detector.ts'

const LOOKS_EVERY_MS = 200
/** A code that stays before the camera is the same one for so long. */
const SAME_FOR_MS = 5000

/** The camera, which looks for codes until it is closed. */
export function Scanner({ onCode }: { onCode: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState('')
  const heard = useRef(onCode)
  heard.current = onCode

  useEffect(() => {
    const ended = new AbortController()
    const picture = video.current
    picture?.scrollIntoView({ block: 'center' })
    if (picture)
      watch(picture, ended.signal, (text) => heard.current(text)).catch((error) => setProblem(inWords(error)))
    return () => ended.abort()
  }, [])

  return (
    <section class="scanner" aria-label="Camera">
      {problem ? (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      ) : (
        <>
          <video ref={video} playsInline muted aria-label="What the camera sees" />
          <p class="hint">Hold the code of the e-mail, or of the phone, into the picture.</p>
        </>
      )}
    </section>
  )
}

async function watch(video: HTMLVideoElement, ended: AbortSignal, found: (text: string) => void): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false })
  const stop = () => stream.getTracks().forEach((track) => void track.stop())
  ended.addEventListener('abort', stop)
  if (ended.aborted) return stop()
  video.srcObject = stream
  const [detector] = await Promise.all([qrDetector(), video.play()])
  let last = { text: '', at: 0 }
  while (!ended.aborted) {
    const [code] = await detector.detect(video)
    const text = code?.rawValue.trim()
    if (text && (text !== last.text || Date.now() - last.at > SAME_FOR_MS)) {
      navigator.vibrate?.(80)
      found(text)
    }
    if (text) last = { text, at: Date.now() }
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS))
  }
}

function inWords(error: unknown): string {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError') {
    return 'The camera is not allowed for this page. Allow it in the settings of your browser, or check people in by name.'
  }
  return 'We cannot use the camera of this device. Please check people in by name.'
}
