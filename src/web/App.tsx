import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { ApiError } from './api/api-error.ts';
import { useLanguage } from './language.ts';
import { makeRouter } from './routes.tsx';
import { libraryTheme, onThemeChange, paint, themeNow } from './theme/theme.ts';

const [STALE_AFTER_MS, RETRIES] = [30_000, 2];

/** Only what never reached the server or broke inside it is tried again; a refusal is an answer. */
function shouldRetry(failures: number, error: unknown): boolean {
  const isRefusal = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return !isRefusal && failures < RETRIES;
}

const queries: QueryClient = new QueryClient({
  // Whatever was changed may be shown anywhere: everything on the page is asked again.
  mutationCache: new MutationCache({ onSuccess: () => queries.invalidateQueries() }),
  defaultOptions: { queries: { staleTime: STALE_AFTER_MS, retry: shouldRetry } },
});

const router = makeRouter(queries);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The value that lets the component library add its styles under a strict content security policy. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

export function App() {
  const themeName = useSyncExternalStore(onThemeChange, themeNow);
  const language = useLanguage();
  const theme = useMemo(() => libraryTheme(themeName), [themeName]);
  useEffect(() => paint(themeName), [themeName]);
  // A text that the server wrote is asked again in the new language.
  useEffect(() => {
    if (language) void queries.invalidateQueries();
  }, [language]);
  return (
    <ConfigProvider theme={theme} csp={{ nonce }} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
