import { expect, test } from 'vitest';
import { lockMinutes } from './lock-out.ts';

test.each([
  { attempts: 0, minutes: 0 },
  { attempts: 1, minutes: 0 },
  { attempts: 4, minutes: 0 },
  { attempts: 5, minutes: 5 },
  { attempts: 6, minutes: 0 },
  { attempts: 10, minutes: 10 },
  { attempts: 15, minutes: 20 },
  { attempts: 30, minutes: 160 },
  { attempts: 35, minutes: 240 },
  { attempts: 500, minutes: 240 },
])('after $attempts wrong passwords in a row a name is locked for $minutes minutes', ({ attempts, minutes }) => {
  expect(lockMinutes(attempts)).toBe(minutes);
});
