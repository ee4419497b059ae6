/** As much of an OpenAPI document as the page shows. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths?: { readonly [path: string]: { readonly [method: string]: Operation } };
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly { readonly [scheme: string]: unknown }[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: unknown;
  }[];
  readonly requestBody?: unknown;
  readonly responses?: { readonly [status: string]: unknown };
}

const STYLE = `
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); }
  body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; margin: 0 auto; max-width: 72rem; padding: 1.5rem; }
  h2 { border-bottom: 1px solid var(--line); margin-top: 2.5rem; }
  summary { cursor: pointer; padding: .5rem 0; }
  code, pre { font: 14px/1.5 ui-monospace, monospace; }
  pre { border: 1px solid var(--line); border-radius: 6px; overflow: auto; padding: .75rem; }
  .method { display: inline-block; font-weight: 700; min-width: 4.5rem; }
  .who { border: 1px solid currentColor; border-radius: 4px; font-size: 13px; padding: 0 .4rem; }
  table { border-collapse: collapse; } td, th { border: 1px solid var(--line); padding: .25rem .6rem; text-align: start; }
`;

/** The API for people to read: one page, made on the server, without scripts. */
export function referencePage(document: ApiDocument, nonce: string): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? 'api'))].toSorted();
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => (operation.tags?.[0] ?? 'api') === tag);
    return `<section><h2>${text(tag)}</h2>${own.map((entry) => article(entry.path, entry.method, entry.operation)).join('')}</section>`;
  });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(document.info.title)} API</title>
<style nonce="${text(nonce)}">${STYLE}</style></head><body><main><h1>${text(document.info.title)} API</h1>
<p>${text(document.info.description ?? '')}</p><p><a href="/api/openapi.json">OpenAPI 3.1 (JSON)</a></p>${sections.join('')}</main></body></html>`;
}

function article(path: string, method: string, operation: Operation): string {
  return `<details><summary><span class="method">${text(method.toUpperCase())}</span> <code>${text(path)}</code> ${text(
    operation.summary ?? '',
  )} <span class="who">${whoMay(operation)}</span></summary>
<p>${text(operation.description ?? '')}</p>${parameters(operation)}${shape('请求 / request', operation.requestBody)}${shape('答复 / responses', operation.responses)}</details>`;
}

function whoMay({ security }: Operation): string {
  const scheme = Object.keys(security?.[0] ?? {})[0];
  if (scheme === 'session') return '登录 / signed in';
  return scheme === 'tracking' ? '查询凭证 / tracking token' : '公开 / public';
}

function parameters({ parameters = [] }: Operation): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    (entry) =>
      `<tr><th scope="row"><code>${text(entry.name)}</code></th><td>${text(entry.in)}</td><td>${entry.required === true ? '必填 / required' : ''}</td><td><code>${text(JSON.stringify(entry.schema ?? {}))}</code></td></tr>`,
  );
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function shape(title: string, value: unknown): string {
  return value === undefined ? '' : `<h3>${title}</h3><pre tabindex="0">${text(JSON.stringify(value, null, 2))}</pre>`;
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
