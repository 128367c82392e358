import { useEffect } from 'react';
import { api } from '../../../web/client.generated.ts';

/** Opening a task answers what called the person there; nobody is told when that fails, it is tried at the next opening. */
export function useSeeMentions(taskId: string): void {
  useEffect(() => {
    void api.markMentionsSeen({ path: { taskId } }).catch(() => undefined);
  }, [taskId]);
}
