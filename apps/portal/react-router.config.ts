import type { Config } from '@react-router/dev/config';

export default {
  routeDiscovery: { mode: 'initial' },
  appDirectory: 'app',
  buildDirectory: 'build',
  ssr: true,
  serverModuleFormat: 'esm',
} satisfies Config;
