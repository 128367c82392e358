import type { Search } from '../../../web/address.ts';
import type { GetMyWorkQuery } from '../../../web/client.generated.ts';
import { waitingSteps } from '../../deadlines/index.ts';
import { workDues, workScopes } from '../rules/my-work.ts';

export const sources = ['task', 'report', 'register', 'plan'] as const;

/** The filters of the address as the server asks for them; words it does not know are left out. */
export function myWorkQueryOf(search: Search): GetMyWorkQuery {
  const oneOf = <Word extends string>(word: string | undefined, known: readonly Word[]): Word | undefined =>
    known.find((one) => one === word);
  const source = oneOf(search.source, sources);
  const step = oneOf(search.step, waitingSteps);
  const due = oneOf(search.due, workDues);
  return {
    scope: oneOf(search.scope, workScopes) ?? 'mine',
    ...(source ? { source } : {}),
    ...(step ? { step } : {}),
    ...(due ? { due } : {}),
    ...(search.q ? { text: search.q } : {}),
  };
}
