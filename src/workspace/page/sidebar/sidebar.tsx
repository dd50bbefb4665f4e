// The list of places: channels, the direct message with the bot, its App Home.
import { type JSX, type KeyboardEvent, useEffect, useRef } from 'react';
import type { Channel } from '../../page-api.ts';
import { Avatar } from '../icons/avatar.tsx';
import { Icon, type IconName } from '../icons/icon.tsx';
import type { Place } from '../state/page-state.ts';
import { findUser } from '../state/scene-context.ts';
import { useWorkspace } from '../state/workspace-context.ts';

const kindIcons: Readonly<Record<Channel['kind'], IconName>> = { public: 'hash', private: 'lock', direct: 'bot' };

function PlaceButton(props: {
  readonly place: Place;
  readonly label: string;
  readonly icon: IconName;
  readonly hint?: string;
}): JSX.Element {
  const { page, dispatch } = useWorkspace();
  const { place } = props;
  const current =
    page.place?.kind === place.kind &&
    (place.kind === 'home' || (page.place.kind === 'channel' && page.place.id === place.id));
  const unread = place.kind === 'channel' ? (page.unread[place.id] ?? 0) : 0;
  return (
    <li>
      <button
        type="button"
        className={unread > 0 ? 'place unread' : 'place'}
        aria-current={current ? 'page' : undefined}
        onClick={() => dispatch({ type: 'go', place })}
      >
        <Icon name={props.icon} />
        <span className="place-name">{props.label}</span>
        {props.hint !== undefined && <span className="place-hint">{props.hint}</span>}
        {unread > 0 && (
          <span className="place-count">
            {unread}
            <span className="only-read"> unread</span>
          </span>
        )}
      </button>
    </li>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const places = [...event.currentTarget.querySelectorAll<HTMLElement>('.place')];
  const at = places.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  places[(at + step + places.length) % places.length]?.focus();
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }): JSX.Element {
  return (
    <section>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

export function Sidebar(): JSX.Element {
  const { page, workspace, dispatch } = useWorkspace();
  const bot = findUser(workspace, workspace.botUserId);
  const actor = findUser(workspace, workspace.userId);
  const channels = workspace.channels.filter((channel) => channel.kind !== 'direct');
  const direct = workspace.channels.filter((channel) => channel.kind === 'direct');
  const list = useRef<HTMLElement>(null);
  const { drawerOpen } = page;
  useEffect(() => {
    if (!drawerOpen) return;
    list.current?.querySelector<HTMLElement>('.place[aria-current], .place')?.focus();
    return () => document.querySelector<HTMLElement>('.drawer-button')?.focus();
  }, [drawerOpen]);
  return (
    <nav
      ref={list}
      id="sidebar"
      className="sidebar"
      aria-label="Channels and messages"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && drawerOpen) dispatch({ type: 'drawer', open: false });
        else moveFocus(event);
      }}
    >
      <p className="team-name">{workspace.team.name}</p>
      <Section title="Channels">
        {channels.map(({ id, name, kind }) => (
          <PlaceButton key={id} place={{ kind: 'channel', id }} label={name} icon={kindIcons[kind]} />
        ))}
      </Section>
      <Section title="Direct messages">
        {direct.map(({ id, kind }) => (
          <PlaceButton
            key={id}
            place={{ kind: 'channel', id }}
            label={bot.realName}
            icon={kindIcons[kind]}
            hint="App"
          />
        ))}
      </Section>
      <Section title="Apps">
        <PlaceButton place={{ kind: 'home' }} label={`${bot.realName} Home`} icon="home" />
      </Section>
      <p className="sidebar-foot">
        <Avatar user={actor} small />
        <span>
          You see what {actor.realName} sees{actor.role === 'team' ? ', a member of the team' : ', a candidate'}.
        </span>
      </p>
    </nav>
  );
}
