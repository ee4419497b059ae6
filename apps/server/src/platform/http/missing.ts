import type { FastifyReply } from 'fastify';

/** Said instead of a page that was never built, so that nobody looks for the fault elsewhere. */
export function missingBuildPage(reply: FastifyReply, part: 'portal' | 'desk'): FastifyReply {
  const name = part === 'portal' ? '门户 / portal' : '工作台 / desk';
  return reply.code(503).header('retry-after', '30').type('text/html; charset=utf-8')
    .send(`<!doctype html><html lang="zh-CN">
<head><meta charset="utf-8"><title>尚未构建</title></head><body><main><h1>${name}：页面尚未构建</h1>
<p>接口已经可用，但网页没有构建。请运行 <code>npm run build:web</code> 后重新启动。</p>
<p lang="en">The API answers, but the pages have not been built. Run <code>npm run build:web</code> and start again.</p></main></body></html>`);
}
