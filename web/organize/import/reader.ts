import type { Reading, Wish } from './reading.ts'
import type { Whys } from './refused-file.ts'

export type Question = { id: number } & (
  | ({ what: 'open'; bytes: Uint8Array<ArrayBuffer> } & Wish)
  | ({ what: 'read' } & Wish)
  | ({ what: 'refused'; whys: Whys } & Pick<Wish, 'map'>)
)
/** `upload`: the file as UTF-8, whatever it was before. */
export type Reply = { id: number; reading?: Reading; upload?: Blob; csv?: string }
type Asked = Question extends infer One ? (One extends Question ? Omit<One, 'id'> : never) : never

export type Reader = ReturnType<typeof openReader>

/** Reads one file in a worker. Questions are answered in their order; what goes wrong there is thrown here. */
export function openReader() {
  const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve: (reply: Reply) => void; reject: (error: Error) => void }>()
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.id)?.resolve(data)
    waiting.delete(data.id)
  })
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('The reader of files has stopped.'))
    waiting.clear()
  })
  return {
    ask: (question: Asked): Promise<Reply> =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, ...question } satisfies Question)
      }),
    close: () => worker.terminate(),
  }
}
