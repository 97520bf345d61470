import { type Settings, synthesize } from './assembly.ts'
import { authorizer } from './authorizer.ts'
import { eventBus } from './bus.ts'
import { openDataDir } from './data-dir.ts'
import { type Accepted, feedbackOn } from './feedback.ts'
import { functionLog } from './function-log.ts'
import { functionUrls } from './function-urls.ts'
import { functionsOf } from './functions.ts'
import { gateway } from './gateway.ts'
import type { OnLog } from './invocation.ts'
import { listen, mustBeFree } from './port.ts'
import type { Pump } from './pump.ts'
import { routesOf } from './routes.ts'
import { type Schedules, startSchedules } from './schedules.ts'
import { startSecrets } from './secrets.ts'
import { productServer } from './server.ts'
import { signIn } from './sign-in.ts'
import { site } from './site.ts'
import { siteHeaders } from './site-headers.ts'
import { startStandIns } from './stand-ins.ts'
import { steps } from './step.ts'
import { startStreams } from './streams.ts'
import { makeTables } from './tables.ts'
import { ANY_SITE, readTemplate } from './template.ts'

export type ProductOptions = {
  port: number
  mailboxPort: number
  /** A folder, or `:memory:`. */
  dataDir: string
  /** A database that runs already. */
  dynamodbEndpoint?: string | undefined
  /** SES, or something like it, that runs already. */
  sesEndpoint?: string | undefined
  /** Settings of the programme that differ from cdk.json. */
  settings?: Settings
  /** What is being done, and what went wrong, for a person to read. */
  log?: (line: string) => void
  /** Every line that a function writes. */
  onLog?: OnLog
}

export type Product = {
  origin: string
  mailboxOrigin: string
  /** Does now what the schedules with this expression, e.g. `rate(1 minute)`, do at their next time. */
  fire: Schedules['fire']
  stop(): Promise<void>
}

/** Fast enough for a laptop's rounds to end soon; SES's own limit is the programme's affair. */
const MAILS_PER_SECOND = 200
/** What a mail is on its way, before SES tells of it. */
const FEEDBACK_MS = 100

/** The product as it would be deployed, on this computer. Throws `CannotStart` when somebody has to do something. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { port, mailboxPort, sesEndpoint, settings, log = () => {}, onLog } = options
  const origin = `http://localhost:${port}`
  const step = steps(log)
  const stops: (() => unknown)[] = []
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each()
  }

  try {
    await mustBeFree(port, 'PORT')
    if (!sesEndpoint) await mustBeFree(mailboxPort, 'MAILBOX_PORT')
    const dataDir = await openDataDir(options.dataDir)
    stops.push(() => dataDir.close())

    let bus: ReturnType<typeof eventBus> | undefined
    const accepted = (mail: Accepted) =>
      void setTimeout(() => feedbackOn(mail, new Date()).forEach((event) => void bus?.publish(event)), FEEDBACK_MS)
    const standIns = startStandIns({ ...options, accepted }, dataDir, step)
    stops.push(async () => (await standIns.catch(() => undefined))?.stop())
    const [{ folder }, { dynamodb, ses }, organizers] = await Promise.all([
      step(synthesize({ mailsPerSecond: MAILS_PER_SECOND, ...settings, siteUrl: ANY_SITE }), ({ fresh }) =>
        fresh ? 'Synthesizing the stack' : 'The stack is as it was synthesized before',
      ),
      standIns,
      signIn(origin, dataDir),
    ])
    const template = readTemplate(folder, origin)
    const streams = await step(makeTables(template, dynamodb), () => 'Making the table')
    const secrets = await startSecrets(template, dataDir)
    stops.push(() => secrets.stop())

    const pumps: Pump[] = []
    const functions = functionsOf(
      template,
      {
        dynamodb,
        ses,
        secrets: secrets.endpoint,
        signIn: JSON.stringify(organizers.settings),
        tokens: JSON.stringify(organizers.tokens),
      },
      { onLog: functionLog(dataDir, log, onLog), finished: () => pumps.forEach((pump) => void pump.wake()) },
    )
    const server = productServer({
      signIn: organizers,
      api: gateway(routesOf(template, functions), authorizer(organizers)),
      urls: functionUrls(template, functions),
      pages: site(template),
      headers: siteHeaders(template),
      log,
    })
    await listen(server, port)
    pumps.push(...startStreams({ template, functions, streams, endpoint: dynamodb, dataDir, log }))
    const schedules = startSchedules(template, functions, new Date())
    bus = eventBus(template, functions, log)
    stops.push(async () => {
      schedules.stop()
      bus?.stop()
      server.close()
      // First told to stop, so that what the functions' end breaks off is not given up but delivered next time.
      const still = Promise.all(pumps.map((pump) => pump.stop()))
      await Promise.all([...functions.values()].map((lambda) => lambda.stop()))
      server.closeAllConnections()
      await still
    })
    const mailboxOrigin = sesEndpoint ?? `http://localhost:${mailboxPort}`
    return { origin, mailboxOrigin, fire: schedules.fire, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
