import { useMutation } from '@tanstack/react-query';
import { ApiError } from '../../../web/api/api-error.ts';
import { Notice } from '../../../web/ui/StatusTag.tsx';

/** A deed on the page: every query on it is asked again after a success; the server's own words where it refuses. */
export function useAct(): {
  run: (deed: () => Promise<unknown>, after?: () => void) => void;
  isBusy: boolean;
  refusal: React.ReactNode;
} {
  const act = useMutation({ mutationFn: (deed: () => Promise<unknown>) => deed() });
  const { error } = act;
  return {
    run: (deed, after) => act.mutate(deed, after ? { onSuccess: after } : {}),
    isBusy: act.isPending,
    refusal: error ? <Notice tone="late">{error instanceof ApiError ? error.message : String(error)}</Notice> : null,
  };
}
