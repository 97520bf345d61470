import { expect, test } from 'vitest'
import { site } from '../../local/site.ts'
import { siteHeaders } from '../../local/site-headers.ts'
import { aServer } from './a-server.ts'
import { aTemplate } from './an-assembly.ts'

const EDGE = `function handler(event) {
  if (event.response) {
    if (event.request.uri === '/lost.html') event.response.statusCode = 404
    event.response.headers['cache-control'] = { value: 'no-cache' }
    return event.response
  }
  if (event.request.uri === '/') event.request.uri = '/index.html'
  if (event.request.uri === '/mentor') event.request.uri = '/mentor.html'
  if (event.request.uri === '/none') {
    event.request.uri = '/lost.html'
    delete event.request.headers['if-none-match']
  }
  return event.request
}`
const FunctionARN = { 'Fn::GetAtt': ['Edge', 'FunctionARN'] }
const FunctionAssociations = ['viewer-request', 'viewer-response'].map((EventType) => ({ EventType, FunctionARN }))

const aSite = () => {
  const template = aTemplate(
    {
      Deploy: { Type: 'Custom::CDKBucketDeployment', Properties: { SourceObjectKeys: ['site.zip'] } },
      Edge: { Type: 'AWS::CloudFront::Function', Properties: { FunctionCode: EDGE } },
      Distribution: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: { DistributionConfig: { DefaultCacheBehavior: { FunctionAssociations } } },
      },
      Headers: {
        Type: 'AWS::CloudFront::ResponseHeadersPolicy',
        Properties: {
          ResponseHeadersPolicyConfig: {
            SecurityHeadersConfig: {
              FrameOptions: { FrameOption: 'DENY', Override: true },
              StrictTransportSecurity: { AccessControlMaxAgeSec: 1, Override: true },
            },
          },
        },
      },
    },
    { site: { 'index.html': 'home', 'mentor.html': 'mentor', 'a.css': 'css', 'lost.html': 'lost' } },
  )
  return aServer({ pages: site(template), headers: siteHeaders(template) })
}

test.each([
  ['/', 200, 'home', 'text/html; charset=utf-8'],
  ['/?a=b', 200, 'home', 'text/html; charset=utf-8'],
  ['/mentor', 200, 'mentor', 'text/html; charset=utf-8'],
  ['/a.css', 200, 'css', 'text/css; charset=utf-8'],
  ['/none', 404, 'lost', 'text/html; charset=utf-8'],
  ['/nowhere.css', 404, 'Not found', 'text/plain; charset=utf-8'],
  ['/..%2f..%2fstack.json', 404, 'Not found', 'text/plain; charset=utf-8'],
  ['/../stack.json', 404, 'Not found', 'text/plain; charset=utf-8'],
  ['/%', 404, 'Not found', 'text/plain; charset=utf-8'],
  ['/%00', 404, 'Not found', 'text/plain; charset=utf-8'],
])('%s is %i %s', async (path, status, text, type) => {
  const answer = await (await aSite())(path)
  expect(answer).toMatchObject({ status, text, headers: { 'content-type': type, 'x-frame-options': 'DENY' } })
  expect(answer.headers).not.toHaveProperty('strict-transport-security')
})

test('what a browser has already is not sent again', async () => {
  const ask = await aSite()
  const { headers } = await ask('/')
  expect(headers['cache-control']).toBe('no-cache')
  const again = { headers: { 'if-none-match': headers.etag } }
  expect(await ask('/', again)).toMatchObject({ status: 304, text: '' })
})

test('the page for what is not there is sent each time', async () => {
  const ask = await aSite()
  const { headers } = await ask('/none')
  expect(await ask('/none', { headers: { 'if-none-match': headers.etag } })).toMatchObject({
    status: 404,
    text: 'lost',
  })
})

test('pages are read, not written', async () => {
  const ask = await aSite()
  expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  expect(await ask('/', { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
})
