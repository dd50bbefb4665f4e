// Light, dark, or as the system has it: an attribute on the document, remembered by the browser. Edge.
import { useEffect, useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';
const key = 'rolecall-theme';

function readTheme(): Theme {
  const stored = window.localStorage.getItem(key);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(readTheme);
  useEffect(() => {
    window.localStorage.setItem(key, theme);
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return [theme, setTheme];
}
