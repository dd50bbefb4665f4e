// A button with a menu: arrow keys, first letters, Escape and Tab as menus have them; focus returns to the button.
import { type JSX, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../icons/icon.tsx';
import { usePopup } from './use-popup.ts';

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
  readonly align?: 'start' | 'end';
  readonly onOpenChange?: (open: boolean) => void;
}

function findByKey(key: string, items: readonly MenuItem[], at: number): number | null {
  const last = items.length - 1;
  if (key === 'ArrowDown') return at >= last ? 0 : at + 1;
  if (key === 'ArrowUp') return at <= 0 ? last : at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key.length !== 1) return null;
  const found = [...items.keys()]
    .map((step) => (at + 1 + step) % items.length)
    .find((index) => items[index]?.label.toLowerCase().startsWith(key.toLowerCase()));
  return found ?? null;
}

function findItems(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

function focusItem(list: HTMLElement | null, index: number): void {
  findItems(list)[index]?.focus();
}

function toRole(
  { checked }: MenuItem,
  choice: MenuProps['choice'],
): { readonly role: string; readonly 'aria-checked'?: boolean } {
  if (checked === undefined) return { role: 'menuitem' };
  return { role: choice === 'several' ? 'menuitemcheckbox' : 'menuitemradio', 'aria-checked': checked };
}

interface MenuListProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly choice: MenuProps['choice'];
  readonly onClose: (refocus: boolean) => void;
  readonly popup: React.RefObject<HTMLDivElement | null>;
}

function MenuList({ id, label, items, choice, onClose, popup }: MenuListProps): JSX.Element {
  // Where the focus begins; later changes of the items must not move it.
  const startAt = useRef(
    Math.max(
      0,
      items.findIndex((item) => item.checked === true),
    ),
  );
  useEffect(() => focusItem(popup.current, startAt.current), [popup]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      onClose(event.key === 'Escape');
      return;
    }
    const all = findItems(popup.current);
    const next = findByKey(event.key, items, all.indexOf(document.activeElement as HTMLElement));
    if (next === null || event.key === ' ') return;
    event.preventDefault();
    event.stopPropagation();
    focusItem(popup.current, next);
  };

  return (
    <div ref={popup} id={id} popover="manual" role="menu" aria-label={label} className="popup" onKeyDown={onKeyDown}>
      <div className="menu-items" role="presentation">
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            tabIndex={-1}
            {...toRole(item, choice)}
            className={item.danger === true ? 'menu-item danger' : 'menu-item'}
            onClick={() => {
              onClose(true);
              item.onChoose();
            }}
          >
            {item.picture}
            <span className="menu-text">
              <span>{item.label}</span>
              {item.hint !== undefined && item.hint !== '' && <span className="menu-hint">{item.hint}</span>}
            </span>
            {item.checked === true && <Icon name="check" />}
          </button>
        ))}
      </div>
    </div>
  );
}

export function Menu(props: MenuProps): JSX.Element {
  const { label, trigger, triggerHasText = false, items, className, align = 'end', onOpenChange } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const id = useId();
  usePopup(button, popup, open, align);

  const change = (next: boolean): void => {
    setOpen(next);
    onOpenChange?.(next);
  };
  useEffect(() => {
    if (!open) return;
    const onPointerDown = ({ target }: PointerEvent): void => {
      const inside = target instanceof Node && (popup.current?.contains(target) || button.current?.contains(target));
      if (inside) return;
      setOpen(false);
      onOpenChange?.(false);
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => document.removeEventListener('pointerdown', onPointerDown, true);
  }, [open, onOpenChange]);

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={triggerHasText ? undefined : label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => change(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          event.stopPropagation();
          change(true);
        }}
      >
        {trigger}
      </button>
      {open && (
        <MenuList
          id={id}
          label={label}
          items={items}
          choice={props.choice}
          popup={popup}
          onClose={(refocus) => {
            if (refocus) button.current?.focus();
            change(false);
          }}
        />
      )}
    </>
  );
}
