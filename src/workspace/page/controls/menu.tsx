// A button with a menu. Keys, focus, roles and place are Ariakit's: the smallest of four libraries that keep all of it (Base
// UI, Headless UI and React Aria were measured too), and it writes no styles that the page's policy would refuse.
import { MenuButton, Menu as MenuPopup, MenuProvider, MenuItem as MenuRow } from '@ariakit/react';
import type { JSX, ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';
import { popupProps } from './popup-props.ts';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly picture?: ReactNode;
  /** Given: the item is a choice, and this says whether it holds. */
  readonly checked?: boolean;
  readonly danger?: boolean;
  readonly onChoose: () => void;
}

export interface MenuProps {
  /** Names the menu, and its button too unless `trigger` holds text that does. */
  readonly label: string;
  readonly trigger: ReactNode;
  readonly triggerHasText?: boolean;
  readonly items: readonly MenuItem[];
  readonly className?: string;
  /** How many of the items with `checked` may hold at a time. */
  readonly choice?: 'one' | 'several';
  readonly onOpenChange?: (open: boolean) => void;
}

function toRole(
  { checked }: MenuItem,
  choice: MenuProps['choice'],
): { readonly role?: string; readonly 'aria-checked'?: boolean } {
  if (checked === undefined) return {};
  return { role: choice === 'several' ? 'menuitemcheckbox' : 'menuitemradio', 'aria-checked': checked };
}

export function Menu(props: MenuProps): JSX.Element {
  const { label, trigger, triggerHasText = false, items, className, choice, onOpenChange } = props;
  return (
    <MenuProvider placement="bottom-end" {...(onOpenChange && { setOpen: onOpenChange })}>
      <MenuButton className={className} title={label} aria-label={triggerHasText ? undefined : label}>
        {trigger}
      </MenuButton>
      <MenuPopup {...popupProps} aria-label={label}>
        {items.map((item) => (
          <MenuRow
            key={item.id}
            {...toRole(item, choice)}
            className={item.danger === true ? 'menu-item danger' : 'menu-item'}
            onClick={item.onChoose}
          >
            {item.picture}
            <span className="menu-text">
              <span>{item.label}</span>
              {item.hint !== undefined && item.hint !== '' && <span className="menu-hint">{item.hint}</span>}
            </span>
            {item.checked === true && <Icon name="check" />}
          </MenuRow>
        ))}
      </MenuPopup>
    </MenuProvider>
  );
}
