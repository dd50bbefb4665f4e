// Dates and times of Block Kit, by the browser's own pickers.
import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import { type JSX, useId } from 'react';
import type { ControlProps } from './control-props.ts';
import { useElement } from './use-element.ts';

const inputTypes = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' } as const;
const labels = { datepicker: 'Date', timepicker: 'Time', datetimepicker: 'Date and time' } as const;

/** Seconds since 1970 as the browser's picker wants them: local time, `2026-03-09T14:05`. */
function toLocal(seconds: number): string {
  const date = new Date(seconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function readSeconds(local: string): number | null {
  const ms = new Date(local).getTime();
  return Number.isNaN(ms) ? null : Math.floor(ms / 1000);
}

export function MomentControl(props: ControlProps<Datepicker | Timepicker | DateTimepicker>): JSX.Element {
  const { element, input } = props;
  const { value, change } = useElement(props);
  const ownId = useId();

  const read = (): string => {
    if (element.type === 'datepicker') return (value ? value.selected_date : element.initial_date) ?? '';
    if (element.type === 'timepicker') return (value ? value.selected_time : element.initial_time) ?? '';
    const seconds = value ? value.selected_date_time : element.initial_date_time;
    return seconds === undefined || seconds === null ? '' : toLocal(seconds);
  };
  const write = (typed: string): void => {
    if (element.type === 'datepicker') change({ selected_date: typed === '' ? null : typed });
    else if (element.type === 'timepicker') change({ selected_time: typed === '' ? null : typed });
    else change({ selected_date_time: readSeconds(typed) });
  };

  return (
    <input
      id={input?.id ?? ownId}
      type={inputTypes[element.type]}
      className="field field-short"
      value={read()}
      aria-label={input === undefined ? labels[element.type] : undefined}
      aria-describedby={input?.describedBy}
      aria-invalid={input?.invalid === true ? true : undefined}
      onChange={(event) => write(event.target.value)}
    />
  );
}
