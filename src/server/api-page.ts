import type { App } from './http.ts';

const htmlSafe = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

type Operation = { operationId?: string; tags?: string[]; parameters?: { name: string; in: string }[] };

/** The OpenAPI document and a readable page of it, both made from the schemas of the routes. */
export async function apiPage(app: App): Promise<void> {
  const open = { schema: { hide: true }, config: { isPublic: true } };
  app.get('/api/docs/openapi.json', open, async () => app.swagger());
  app.get('/api/docs', open, async (_request, reply) => {
    const rows = Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, Operation>).map(
        ([method, { operationId, tags, parameters = [] }]) =>
          `<tr><td>${htmlSafe(tags?.join(', ') ?? '')}</td><td><code>${method.toUpperCase()} ${htmlSafe(path)}</code></td>` +
          `<td>${htmlSafe(operationId ?? '')}</td><td>${htmlSafe(parameters.map((one) => one.name).join(', '))}</td></tr>`,
      ),
    );
    return reply.type('text/html; charset=utf-8').send(`<!doctype html><html lang="vi"><meta charset="utf-8">
<title>Cải Cách API</title><h1>Cải Cách API</h1>
<p><a href="/api/docs/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
<table><caption>Các thao tác</caption><thead><tr><th scope="col">Nhóm</th><th scope="col">Địa chỉ</th><th scope="col">Thao tác</th><th scope="col">Tham số</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></html>`);
  });
}
