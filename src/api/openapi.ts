import { z } from 'zod'
import { addressesBody } from './addresses.ts'
import { correctionsBody, logBody } from './corrections.ts'
import { FILES, type FileRoute } from './files.ts'
import { pagesBody } from './pages.ts'
import { ARTICLE, type Parameter, SENT_FILE } from './parameters.ts'
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
  const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  const inPath = named.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  return [
    `/api/v1${path.replace(/:(\w+)/g, '{$1}')}`,
    {
      get: {
        summary: about,
        parameters: [...inPath, ...Object.entries(parameters).map(parameterOf)],
        responses: {
          200: json(about),
          304: { description: 'Nothing has changed since the ETag in If-None-Match.' },
          400: ERROR,
          ...(named.length > 0 ? { 404: ERROR } : {}),
        },
      },
    },
  ]
}

const fileOf = ({ path, about, format, parameters }: FileRoute): [string, object] => [
  `/api/v1${path}`,
  {
    get: {
      summary: about,
      parameters: Object.entries(parameters).map(parameterOf),
      responses: {
        200: { description: about, content: { [format.media.split(';')[0] ?? '']: { schema: { type: 'string' } } } },
        304: { description: 'Nothing has changed since the ETag in If-None-Match.' },
        400: ERROR,
      },
    },
  },
]

/** The API's description in OpenAPI 3.1, made from the same schemas that check the requests. */
export const openApi = (version: string): object => ({
  openapi: '3.1.0',
  info: { title: 'Letopis', version, description: 'A chronicle of news: see docs/api.md.' },
  paths: {
    ...Object.fromEntries(ROUTES.map(pathOf)),
    ...Object.fromEntries(FILES.map(fileOf)),
    '/api/v1/export': {
      get: { summary: 'The formats that files can be had in.', responses: { 200: json('Each with what it covers.') } },
    },
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
    '/api/addresses': {
      post: {
        summary: 'Asks addresses of articles, feeds, sitemaps and front pages, and keeps the pages that they lead to.',
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(addressesBody) } } },
        responses: { 200: json('What was added, and what was left out and why.'), 400: ERROR, 413: ERROR, 415: ERROR },
      },
    },
    '/api/files': {
      post: {
        summary: 'Reads and keeps the pages of a file: a page, records, an archive, a letter, a PDF, told by its name.',
        parameters: Object.entries(SENT_FILE).map(parameterOf),
        requestBody: {
          required: true,
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        responses: { 200: json('What was added, and what was left out and why.'), 400: ERROR, 413: ERROR, 415: ERROR },
      },
    },
    '/api/corrections': {
      post: {
        summary: 'Adds decisions of an author, made now.',
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(correctionsBody) } } },
        responses: { 200: json('The decisions with their ids and time.'), 400: ERROR, 413: ERROR, 415: ERROR },
      },
    },
    '/api/corrections/import': {
      post: {
        summary: 'Takes a log of decisions from elsewhere; those that are here already are left out.',
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(logBody) } } },
        responses: { 200: json('How many were new.'), 400: ERROR, 413: ERROR, 415: ERROR },
      },
    },
    '/api/articles/{id}': {
      delete: {
        summary:
          'Takes an article out with all its versions, or one version: the chronicle becomes one that never had it.',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          ...Object.entries(ARTICLE).map(parameterOf),
        ],
        responses: { 200: json('How many were removed.'), 404: ERROR },
      },
    },
  },
})
