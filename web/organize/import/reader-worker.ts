import '../../zod-without-eval.ts'
import { textOf } from '../../../shared/imports/reading/decode.ts'
import type { Question, Reply } from './reader.ts'
import { readingOf } from './reading.ts'
import { refusedFile } from './refused-file.ts'

/** Reads a list beside the page, which goes on answering: 10,000 rows take a second or two. */

let text = ''

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  postMessage({ id: data.id, ...answer(data) } satisfies Reply)
})

function answer(question: Question): Omit<Reply, 'id'> {
  if (question.what === 'refused') return { csv: refusedFile(text, question.map, question.whys) }
  if (question.what === 'open') text = textOf(question.bytes)
  const reading = readingOf(text, question)
  return question.what === 'open' ? { reading, upload: new Blob([text]) } : { reading }
}
