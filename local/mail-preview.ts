import { previewServer } from './mail-preview-server.ts'
import { LOOPBACK, listen } from './port.ts'

/** `npm run mail:preview`: every mail in the browser. `PORT` chooses the port; a free one otherwise. */
const port = await listen(previewServer(), Number(process.env.PORT ?? 0))
console.log(`Every mail, with example data, is on http://${LOOPBACK}:${port}`)
