import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { eventBus } from '../../local/bus.ts'
import { type Accepted, feedbackOn } from '../../local/feedback.ts'
import type { Lambda } from '../../local/lambda.ts'
import { newsIn, SesEvent, tagOf } from '../../shared/mail/ses-event.ts'
import { NOW } from '../support/profiles.ts'
import { aTemplate } from './an-assembly.ts'

const accepted = (to: string): Accepted => ({
  messageId: 'ses-1',
  from: 'Mentors <hello@example.org>',
  to: [to],
  subject: 'Welcome',
  configurationSet: 'ours',
  tags: { mail: tagOf('welcome#1') },
})

describe('what the mailbox says became of a mail', () => {
  it.each([
    ['sam@example.org', ['delivered']],
    ['success@simulator.amazonses.com', ['delivered']],
    ['ooto@simulator.amazonses.com', ['delivered']],
    ['bounce@simulator.amazonses.com', ['bounced']],
    ['Bounce+second@simulator.amazonses.com', ['bounced']],
    ['suppressionlist@simulator.amazonses.com', ['bounced']],
    ['complaint@simulator.amazonses.com', ['delivered', 'complained']],
    ['bounce@example.org', ['delivered']],
  ])('to %s: %j', (to, statuses) => {
    const news = feedbackOn(accepted(to), NOW).map((event) => newsIn(SesEvent.parse(event)))
    expect(news.map(({ delivery }) => delivery.status)).toEqual(statuses)
    for (const { delivery } of news) expect(delivery).toMatchObject({ mailId: 'welcome#1', messageId: 'ses-1' })
  })

  it('is nothing without a configuration set, as in the cloud', () => {
    expect(feedbackOn({ ...accepted('sam@example.org'), configurationSet: undefined }, NOW)).toEqual([])
  })
})

describe('the event bus', () => {
  const rule = (tags: object, target: string, State = 'ENABLED') => ({
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: { source: ['aws.ses'], detail: { mail: { tags } } },
      State,
      Targets: [{ Arn: { 'Fn::GetAtt': [target, 'Arn'] }, Id: 'Target0' }],
    },
  })
  const [event] = feedbackOn(accepted('sam@example.org'), NOW)
  if (!event) throw new Error('There is one.')

  function functionsCalled(invoke: () => Promise<unknown> = async () => {}) {
    const called: string[] = []
    const lambda = (functionName: string): Lambda => ({
      functionName,
      async invoke() {
        called.push(functionName)
        return invoke()
      },
      async stop() {},
    })
    return { called, functions: new Map(['Ours', 'Others'].map((name) => [name, lambda(name)])) }
  }

  it('hands an event to the target of each rule that it fits', async () => {
    const { called, functions } = functionsCalled()
    const template = aTemplate({
      Ours: rule({ 'ses:configuration-set': ['ours'], mail: [{ exists: true }] }, 'Ours'),
      NotOurs: rule({ 'ses:configuration-set': ['theirs'] }, 'Others'),
      Off: rule({ mail: [{ exists: true }] }, 'Others', 'DISABLED'),
    })
    eventBus(template, functions, () => {}).publish(event)
    await pause(0)
    expect(called).toEqual(['Ours'])
  })

  it('tries an event twice more, and then says so', async () => {
    const lines: string[] = []
    const { called, functions } = functionsCalled(() => Promise.reject(new TypeError('broken')))
    const template = aTemplate({ Ours: rule({ mail: [{ exists: true }] }, 'Ours') })
    eventBus(template, functions, (line) => void lines.push(line), 1).publish(event)
    await vi.waitFor(() => expect(lines).toEqual(['Ours gave up on an event: TypeError']))
    expect(called).toEqual(['Ours', 'Ours', 'Ours'])
  })
})
