import { describe, expect, test } from 'vitest';
import { ConfigFault, readConfig } from './config.ts';

describe('the configuration', () => {
  test('without anything set serves the sample on this machine', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 8020, withSample: true, proxies: [] });
  });

  test.each([
    { environment: { HOST: '0.0.0.0' }, because: 'the sample on every address' },
    { environment: { HOST: '192.168.1.10' }, because: 'the sample on the office network' },
    { environment: { HOST: '::' }, because: 'the sample on every IPv6 address' },
    { environment: { CAICACH_BEHIND_PROXY: 'yes' }, because: 'the sample behind a proxy' },
  ])('refuses $because, and says how to serve others', ({ environment }) => {
    expect(() => readConfig(environment)).toThrow(ConfigFault);
    expect(() => readConfig(environment)).toThrow('Set CAICACH_SAMPLE=no');
    expect(readConfig({ ...environment, CAICACH_SAMPLE: 'no' })).toMatchObject({ withSample: false });
  });

  test.each([
    { said: 'no', proxies: [] },
    { said: 'yes', proxies: ['127.0.0.1', '::1'] },
    { said: '10.0.0.5, 172.16.0.0/12', proxies: ['10.0.0.5', '172.16.0.0/12'] },
  ])('believes the proxies of “$said”', ({ said, proxies }) => {
    expect(readConfig({ CAICACH_SAMPLE: 'no', CAICACH_BEHIND_PROXY: said }).proxies).toEqual(proxies);
  });

  test('lists everything wrong at once', () => {
    const environment = {
      PORT: 'abc',
      DATABASE_URL: 'mysql://x',
      CAICACH_SAMPLE: 'maybe',
      CAICACH_BEHIND_PROXY: '1;2',
    };
    for (const name of Object.keys(environment)) expect(() => readConfig(environment)).toThrow(name);
  });

  test('takes an empty value for one that is not set', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: null, port: 8020 });
  });
});
