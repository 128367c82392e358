import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { Deliveries } from './Deliveries.tsx';
import { ReminderForm } from './ReminderForm.tsx';
import './notices.css';

/** For who runs the office: when and whom to remind, and what did not arrive. */
export function Page() {
  const t = useTexts();
  const [isSaved, setSaved] = useState(false);
  const query = useQuery({
    queryKey: ['reminder-settings'],
    queryFn: ({ signal }) => api.getReminderSettings({ signal }),
  });
  return (
    <>
      <PageHead title={t('notifications.reminders')} lead={t('notifications.remindersLead')} />
      <Loaded query={query}>
        {(settings) => (
          <div className="grid">
            <ReminderForm key={settings.version} settings={settings} isSaved={isSaved} onSaved={() => setSaved(true)} />
            <Deliveries settings={settings} />
          </div>
        )}
      </Loaded>
    </>
  );
}
