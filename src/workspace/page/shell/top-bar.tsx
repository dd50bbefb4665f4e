// The bar at the top: the way to the channels on a phone, who is acted as, shortcuts, decisions, light and dark.
import type { JSX } from 'react';
import { Menu } from '../controls/menu.tsx';
import { Icon } from '../icons/icon.tsx';
import { useWorkspace } from '../state/workspace-context.ts';
import { ActAs } from './act-as.tsx';
import { type Theme, useTheme } from './theme.ts';

const themes: readonly { readonly id: Theme; readonly label: string }[] = [
  { id: 'system', label: 'As the system has it' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

function ThemeMenu(): JSX.Element {
  const [theme, setTheme] = useTheme();
  return (
    <Menu
      label="Light or dark"
      className="icon-button on-bar"
      trigger={<Icon name="moon" />}
      items={themes.map(({ id, label }) => ({ id, label, checked: id === theme, onChoose: () => setTheme(id) }))}
    />
  );
}

function GlobalShortcuts(): JSX.Element | null {
  const { workspace, call } = useWorkspace();
  const shortcuts = workspace.shortcuts.filter((shortcut) => shortcut.type === 'global');
  if (shortcuts.length === 0) return null;
  return (
    <Menu
      label="Shortcuts"
      className="icon-button on-bar"
      trigger={<Icon name="zap" />}
      items={shortcuts.map(({ callbackId, name, description }) => ({
        id: callbackId,
        label: name,
        hint: description,
        onChoose: () => void call('globalShortcut', { callbackId }),
      }))}
    />
  );
}

export function TopBar(): JSX.Element {
  const { page, dispatch } = useWorkspace();
  const whyOpen = page.why.open;
  return (
    <header className="top-bar">
      <button
        type="button"
        className="icon-button on-bar drawer-button"
        aria-label="Channels"
        aria-expanded={page.drawerOpen}
        aria-controls="sidebar"
        onClick={() => dispatch({ type: 'drawer', open: !page.drawerOpen })}
      >
        <Icon name="menu" />
      </button>
      <p className="product">
        Rolecall <span>local workspace</span>
      </p>
      <ActAs />
      <div className="bar-tools">
        <GlobalShortcuts />
        <button
          type="button"
          className="icon-button on-bar why-button"
          aria-pressed={whyOpen}
          title="What the bot decided, and why"
          onClick={() => dispatch(whyOpen ? { type: 'close-why' } : { type: 'open-why', focus: null })}
        >
          <Icon name="why" />
          <span>Decisions</span>
        </button>
        <ThemeMenu />
      </div>
    </header>
  );
}
