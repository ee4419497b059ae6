import type { JsonSchema } from './schema.ts';

/** As much of the OpenAPI document as requests are made of and replies are held against. */
export interface ApiDocument {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Described } };
}

type Content = { readonly [type: string]: { readonly schema: JsonSchema } };
interface Described {
  readonly requestBody?: { readonly content: Content };
  readonly parameters?: readonly Parameter[];
  readonly security?: readonly { readonly [scheme: string]: unknown }[];
  readonly responses: { readonly [status: string]: { readonly content?: Content } };
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

export interface Operation extends Described {
  readonly path: string;
  readonly method: string;
  /** `post /api/v1/drafts`. */
  readonly name: string;
}

export function operationsOf({ paths }: ApiDocument): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ ...described, path, method, name: `${method} ${path}` })),
  );
}
