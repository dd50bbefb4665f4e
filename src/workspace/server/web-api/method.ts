// What each Web API method is: a function of the world and its arguments. Types only. Pure.
import type { JsonObject } from '../state/json.ts';
import type { World } from '../state/world.ts';
import type { Arguments } from './arguments.ts';

/** Answers the fields beside `ok`; throws an `ApiFault` where Slack would refuse. */
export type Method = (world: World, args: Arguments) => JsonObject;
