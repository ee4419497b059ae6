import { describe, expect, test } from 'vitest';
import { parseConfig } from './config.ts';

const defaults = {
  port: 8410,
  dataFolder: './data',
  demo: true,
  databaseUrl: undefined,
  appDatabaseUrl: undefined,
  publicUrl: undefined,
  proof: { keyFolder: undefined, folder: undefined, mail: undefined, others: [], logs: [] },
  oidc: undefined,
  logLevel: 'info',
};

test('nothing told is the demonstration on the embedded database', () => {
  expect(parseConfig([], {})).toEqual({ kind: 'run', config: defaults });
});

test('words and variables are taken', () => {
  const env = {
    DATABASE_URL: 'postgres://o:s@db.example/hall',
    DATABASE_APP_URL: 'postgresql://a:b@db.example/hall',
    SUPERVISION_DATABASE_URL: 'postgres://s:s@other.example/hall',
  };
  expect(parseConfig(['--port', '9000', '--data=/srv/yimen', '--no-demo'], env)).toEqual({
    kind: 'run',
    config: {
      ...defaults,
      port: 9000,
      dataFolder: '/srv/yimen',
      demo: false,
      databaseUrl: env.DATABASE_URL,
      appDatabaseUrl: env.DATABASE_APP_URL,
      supervisionDatabaseUrl: env.SUPERVISION_DATABASE_URL,
    },
  });
});

test('an empty variable is one that was not set', () => {
  expect(parseConfig([], { DATABASE_URL: ' ', LOG_LEVEL: '' })).toEqual({ kind: 'run', config: defaults });
});

test('the public address is printed without a slash at its end', () => {
  const config = { ...defaults, publicUrl: 'https://zwfw.example' };
  expect(parseConfig([], { PUBLIC_URL: 'https://zwfw.example/' })).toEqual({ kind: 'run', config });
});

test.each([
  ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
])('the virus scanner is at %s', (CLAMD, clamd) => {
  expect(parseConfig([], { CLAMD })).toEqual({ kind: 'run', config: { ...defaults, clamd } });
});

test('help is asked for in words', () => {
  expect(parseConfig(['--help', '--port', 'x'], {})).toMatchObject({ kind: 'help' });
});

test.each([
  [['--port', 'eighty'], {}, '--port must be a number'],
  [['--port', '70000'], {}, '--port must be 0 to 65535'],
  [['--port', '80.5'], {}, '--port must be a whole number'],
  [['--data', ''], {}, '--data must name a folder'],
  [['--prot', '80'], {}, '--prot'],
  [['start'], {}, 'start'],
  [[], { DATABASE_URL: 'mysql://root:secret@db.example/hall' }, 'DATABASE_URL must be postgres://'],
  [[], { PUBLIC_URL: 'ftp://hall.example' }, 'PUBLIC_URL must be https://host'],
  [[], { CLAMD: 'localhost' }, 'CLAMD must be host:port'],
  [[], { LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be'],
])('%j %j is refused in words', (args, env, words) => {
  const asked = parseConfig(args, env);
  expect(asked).toMatchObject({ kind: 'refused', text: expect.stringContaining(words) as string });
  expect(JSON.stringify(asked)).not.toContain('secret');
});

test('witnesses are taken with their keys, and a key that is not its own is refused', () => {
  const key = 'example.org/log+7c0b3a4d+AQID';
  expect(parseConfig([], { WITNESS_FOR: key })).toMatchObject({ kind: 'refused' });
  expect(parseConfig([], { WITNESS_YIMEN: 'https://other.example' })).toMatchObject({ kind: 'refused' });
  const told = parseConfig([], {
    WITNESS_FOLDER: '/srv/witness',
    WITNESS_MAIL: 'audit@example.org',
    SMTP_URL: 'smtp://mail.example:25',
  });
  expect(told).toMatchObject({
    config: { proof: { folder: '/srv/witness', mail: { to: 'audit@example.org', from: 'audit@example.org' } } },
  });
});

describe('the sign-in service', () => {
  const three = {
    OIDC_ISSUER: 'https://id.example/realm',
    OIDC_CLIENT_ID: 'yimen',
    OIDC_SECRET_FILE: '/etc/yimen/oidc',
  };
  const settings = {
    issuer: new URL('https://id.example/realm'),
    clientId: 'yimen',
    clientSecretFile: '/etc/yimen/oidc',
    usernameClaim: 'preferred_username',
    secondFactor: [],
  };

  test('is described by three words, and takes nothing as a second factor unless told', () => {
    expect(parseConfig([], three)).toMatchObject({ config: { oidc: settings } });
  });

  test('may name the claim of the user name and what counts as a second factor', () => {
    const env = { ...three, OIDC_USER_CLAIM: 'employee_no', OIDC_FACTOR: 'amr=otp,acr=urn:level:3' };
    const secondFactor = [
      { claim: 'amr', value: 'otp' },
      { claim: 'acr', value: 'urn:level:3' },
    ];
    const oidc = { ...settings, usernameClaim: 'employee_no', secondFactor };
    expect(parseConfig([], env)).toMatchObject({ config: { oidc } });
  });

  test.each([
    [{ OIDC_ISSUER: three.OIDC_ISSUER }, 'belong together'],
    [{ OIDC_FACTOR: 'amr=otp' }, 'belong together'],
    [{ ...three, OIDC_ISSUER: 'http://id.example' }, 'OIDC_ISSUER must be https://host'],
    [{ ...three, OIDC_ISSUER: 'https://id.example/?a=b' }, 'OIDC_ISSUER must be https://host'],
    [{ ...three, OIDC_FACTOR: 'otp' }, 'OIDC_FACTOR must be amr=VALUE'],
  ])('%o is refused', (env, words) => {
    const asked = parseConfig([], env);
    expect(asked).toMatchObject({ kind: 'refused' });
    expect(asked.kind === 'refused' && asked.text).toContain(words);
  });

  test('over plain HTTP only on this machine', () => {
    const env = { ...three, OIDC_ISSUER: 'http://127.0.0.1:18450' };
    expect(parseConfig([], env)).toMatchObject({ config: { oidc: { issuer: new URL('http://127.0.0.1:18450') } } });
  });
});
