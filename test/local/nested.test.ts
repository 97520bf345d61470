// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its variables like this
import { expect, test } from 'vitest'
import { flattened, TemplateFile } from '../../local/nested.ts'

const bucket = (Properties: object) => ({ Type: 'AWS::S3::Bucket', Properties })
const nested = (name: string, Parameters: object = {}) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::Region' }, `/${name}`]] }, Parameters },
})

/** The properties of all resources by their ids; nested stacks are found by the last part of their URL. */
function flatten(Resources: object, stacks: Record<string, object> = {}) {
  const load = (url: string) => TemplateFile.parse(stacks[url.replace('https://s3.us-east-1/', '')])
  const resources = flattened(TemplateFile.parse({ Resources }), load)
  return Object.fromEntries(Object.entries(resources).map(([id, { Properties }]) => [id, Properties]))
}

test('a template without nested stacks stays as it is', () => {
  const properties = { a: { Ref: 'Other' }, b: { 'Fn::GetAtt': ['Other', 'Arn'] }, c: { 'Fn::Sub': '${Other.Arn}' } }
  expect(flatten({ One: bucket(properties) })).toEqual({ One: properties })
})

test('what is nested gets the name of its stack in front, wherever it is named', () => {
  const inner = {
    Resources: { One: bucket({ a: [{ Ref: 'Two' }], b: { 'Fn::GetAtt': ['Two', 'Arn'] } }), Two: bucket({}) },
  }
  expect(flatten({ Two: bucket({}), Mail: nested('mail', {}) }, { mail: inner })).toEqual({
    Two: {},
    MailOne: { a: [{ Ref: 'MailTwo' }], b: { 'Fn::GetAtt': ['MailTwo', 'Arn'] } },
    MailTwo: {},
  })
})

test('what AWS itself says needs no name in front', () => {
  const properties = { a: { Ref: 'AWS::Region' }, b: { 'Fn::Sub': 'assets-${AWS::AccountId}-${!x}' } }
  expect(flatten({ Mail: nested('mail') }, { mail: { Resources: { One: bucket(properties) } } })).toEqual({
    MailOne: properties,
  })
})

test('a parameter is what the parent says it is', () => {
  const inner = { Parameters: { tableArn: { Type: 'String' } }, Resources: { One: bucket({ a: { Ref: 'tableArn' } }) } }
  const given = { tableArn: { 'Fn::GetAtt': ['Table', 'Arn'] } }
  expect(flatten({ Table: bucket({}), Mail: nested('mail', given) }, { mail: inner })).toMatchObject({
    MailOne: { a: { 'Fn::GetAtt': ['Table', 'Arn'] } },
  })
})

test('what a nested stack puts out is known in the parent, and to a sibling that stands before it', () => {
  const giver = { Resources: { One: bucket({}) }, Outputs: { OneArn: { Value: { 'Fn::GetAtt': ['One', 'Arn'] } } } }
  const taker = { Resources: { Its: bucket({ a: { Ref: 'arn' } }) } }
  const arn = { 'Fn::GetAtt': ['Giver', 'Outputs.OneArn'] }
  const all = { Taker: nested('taker', { arn }), Giver: nested('giver'), Top: bucket({ a: arn }) }
  const meant = { a: { 'Fn::GetAtt': ['GiverOne', 'Arn'] } }
  expect(flatten(all, { taker, giver })).toEqual({ TakerIts: meant, GiverOne: {}, Top: meant })
})

test('a stack may be nested in one that is', () => {
  const inner = { Resources: { One: bucket({ a: { Ref: 'x' } }) }, Outputs: { Id: { Value: { Ref: 'One' } } } }
  const middle = {
    Resources: { Inner: nested('inner', { x: { Ref: 'y' } }) },
    Outputs: { Id: { Value: { 'Fn::GetAtt': ['Inner', 'Outputs.Id'] } } },
  }
  const all = { Middle: nested('middle', { y: 'given' }), Top: bucket({ a: { 'Fn::GetAtt': 'Middle.Outputs.Id' } }) }
  expect(flatten(all, { inner, middle })).toEqual({
    MiddleInnerOne: { a: 'given' },
    Top: { a: { Ref: 'MiddleInnerOne' } },
  })
})

test('two resources never share a name', () => {
  const inner = { Resources: { One: bucket({}) } }
  expect(() => flatten({ MailOne: bucket({}), Mail: nested('mail') }, { mail: inner })).toThrow('MailOne')
})

test('what cannot be followed is named', () => {
  const unknown = { Top: bucket({ a: { 'Fn::GetAtt': ['Mail', 'Outputs.Id'] } }), Mail: nested('mail') }
  expect(() => flatten(unknown, { mail: { Resources: {} } })).toThrow('Id')
  const substituted = { Resources: { One: bucket({ a: { 'Fn::Sub': '${Two}' } }) } }
  expect(() => flatten({ Mail: nested('mail') }, { mail: substituted })).toThrow('Fn::Sub')
})
