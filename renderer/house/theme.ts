import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { trpc } from '../hub.ts';

const remembered = 'lares-theme';

/** Shows the theme of the settings. The page remembers it, so that the locked screen wears it too. */
export function useTheme(open: boolean): void {
  const settings = useQuery({ ...trpc.settings.get.queryOptions(), enabled: open });
  const theme = settings.data?.kiosk.theme;
  useEffect(() => {
    if (theme !== undefined) localStorage.setItem(remembered, theme);
    document.documentElement.dataset['theme'] = theme ?? localStorage.getItem(remembered) ?? 'auto';
  }, [theme]);
}
