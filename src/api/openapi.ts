import { z } from 'zod'
import { pagesBody } from './pages.ts'
import type { Parameter } from './parameters.ts'
import { ROUTES, type Route } from './routes.ts'

const schemaOf = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}

const parameterOf = ([name, { schema, many, about }]: [string, Parameter]): object => ({
  name,
  in: 'query',
  description: about,
  schema: many ? { type: 'array', items: schemaOf(schema) } : schemaOf(schema),
  ...(many ? { style: 'form', explode: true } : {}),
})

const ERROR = {
  description: 'What is wrong and what to do about it.',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: {
          error: {
            type: 'object',
            required: ['code', 'message', 'remedy'],
            properties: { code: { type: 'string' }, message: { type: 'string' }, remedy: { type: 'string' } },
          },
        },
      },
    },
  },
}

const json = (description: string): object => ({
  description,
  content: { 'application/json': { schema: { type: 'object' } } },
})

const pathOf = ({ path, about, parameters }: Route): [string, object] => {
  const hasId = path.endsWith('/:id')
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
  return [
    `/api/v1${path.replace(':id', '{id}')}`,
    {
      get: {
        summary: about,
        parameters: [...(hasId ? [id] : []), ...Object.entries(parameters).map(parameterOf)],
        responses: {
          200: json(about),
          304: { description: 'Nothing has changed since the ETag in If-None-Match.' },
          400: ERROR,
          ...(hasId ? { 404: ERROR } : {}),
        },
      },
    },
  ]
}

/** The API's description in OpenAPI 3.1, made from the same schemas that check the requests. */
export const openApi = (version: string): object => ({
  openapi: '3.1.0',
  info: { title: 'Letopis', version, description: 'A chronicle of news: see docs/api.md.' },
  paths: {
    ...Object.fromEntries(ROUTES.map(pathOf)),
    '/api/v1/health': {
      get: { summary: 'Whether the server lives, and at which revision.', responses: { 200: json('It lives.') } },
    },
    '/api/pages': {
      post: {
        summary: 'Reads and keeps pages.',
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(pagesBody) } } },
        responses: { 200: json('What was added, and what was left out and why.'), 400: ERROR, 413: ERROR, 415: ERROR },
      },
    },
    '/api/articles/{id}': {
      delete: {
        summary: 'Takes an article out: the chronicle becomes one that never had it.',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 200: json('How many were removed.'), 404: ERROR },
      },
    },
  },
})
