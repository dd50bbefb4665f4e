// Names of people and channels, for whoever draws a mention.
import { createContext, useContext } from 'react';

export interface Names {
  readonly ownId: string;
  readonly userName: (id: string) => string | null;
  readonly channelName: (id: string) => string | null;
}

/** Provided once, around the whole page. */
export const NamesContext = createContext<Names>({ ownId: '', userName: () => null, channelName: () => null });

export function useNames(): Names {
  return useContext(NamesContext);
}
