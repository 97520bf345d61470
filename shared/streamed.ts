import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { problemJson } from './http.ts'

type Piece = Uint8Array | string
export type Streamed = { headers: Record<string, string>; body: AsyncIterable<Piece> }

/** Large enough that their number costs nothing, small enough to keep some in memory. */
const PIECE_BYTES = 64 * 1024

/**
 * A function whose answer goes out while it is being made, behind a function URL. What fails before the first byte is
 * problem+json; what fails after it breaks the connection off, so that nobody takes a part for the whole.
 */
export const streamed = (answer: (event: APIGatewayProxyEventV2, now: Date) => Promise<Streamed>) =>
  awslambda.streamifyResponse<APIGatewayProxyEventV2>(async (event, stream) => {
    const { body, ...head } = await answer(event, new Date()).then(
      ({ headers, body }) => ({ statusCode: 200, headers, body }),
      (error: unknown) => {
        const { statusCode, headers, body } = problemJson(error, event.requestContext.requestId)
        return { statusCode, headers, body: Readable.from([body ?? '']) }
      },
    )
    await pipeline(Readable.from(inPieces(body)), awslambda.HttpResponseStream.from(stream, head))
  })

/** The same bytes: the first of them at once, so that the download begins, and the others some at a time. */
async function* inPieces(body: AsyncIterable<Piece>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let bytes = PIECE_BYTES
  for await (const piece of body) {
    held.push(typeof piece === 'string' ? Buffer.from(piece) : piece)
    bytes += piece.length
    if (bytes < PIECE_BYTES) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (held.length) yield Buffer.concat(held)
}
