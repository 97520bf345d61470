// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its variables like this
import { expect, test } from 'vitest'
import { resolve } from '../../local/intrinsics.ts'

test.each([
  [{ Ref: 'Table' }, 'Table'],
  [{ Ref: 'AWS::Region' }, 'us-east-1'],
  [{ 'Fn::GetAtt': ['Table', 'StreamArn'] }, 'Table.StreamArn'],
  [{ 'Fn::Join': ['', ['integrations/', { Ref: 'Health' }]] }, 'integrations/Health'],
  [{ 'Fn::Select': [1, { 'Fn::Split': ['//', 'https://api'] }] }, 'api'],
  [{ 'Fn::Sub': 'assets-${AWS::AccountId}-${!x}-${Table.Arn}' }, 'assets-000000000000-${x}-Table.Arn'],
  [{ 'Fn::Sub': ['${a}-${Table}', { a: 'b' }] }, 'b-Table'],
  [{ a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, { b: [1] }],
  [
    { Ref: 'a', other: 'so no function' },
    { Ref: 'a', other: 'so no function' },
  ],
])('%j is %j', (value, resolved) => {
  expect(resolve(value)).toEqual(resolved)
})

test('a function that is not known here is named', () => {
  expect(() => resolve({ 'Fn::ImportValue': 'x' })).toThrow('Fn::ImportValue')
})
