import * as z from 'zod'
import { TimeZone } from '../domain/fields.ts'
import { SignIn } from '../domain/organizer.ts'
import type { Route } from './route.ts'

export const reportHealthRoute = () =>
  ({
    key: 'GET /api/health',
    summary: 'Is it up',
    for: 'everyone',
    takes: {},
    answers: { 200: z.strictObject({ status: z.literal('ok') }) },
  }) satisfies Route

export const readProgrammeRoute = () =>
  ({
    key: 'GET /api/programme',
    summary: 'Whose programme this is, and its next round',
    for: 'everyone',
    takes: {},
    answers: {
      200: z.strictObject({
        name: z.string(),
        timeZone: TimeZone,
        nextRoundAt: z.iso.datetime().optional().describe('Missing when the schedule does not tell.'),
      }),
    },
  }) satisfies Route

export const readSignInRoute = () =>
  ({
    key: 'GET /api/sign-in',
    summary: 'Where organizers sign in',
    for: 'everyone',
    takes: {},
    answers: { 200: SignIn.meta({ 'x-component': 'SignIn' }) },
  }) satisfies Route

export const readOpenApiRoute = () =>
  ({
    key: 'GET /api/openapi.json',
    summary: 'This document',
    for: 'everyone',
    takes: {},
    answers: { 200: z.looseObject({ openapi: z.literal('3.1.1') }) },
  }) satisfies Route
