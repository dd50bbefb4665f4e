import { describe, expect, it } from 'vitest';
import { findPhrasingGaps } from '../../src/quality/phrasing-gaps.ts';
import { garden, indexOf, toEntry } from '../search/notes.ts';

describe('findPhrasingGaps', () => {
  it('lists every entry of the note, in order, with its number of phrasings', () => {
    const { entries } = findPhrasingGaps(indexOf(), 'garden.md', []);
    expect(entries.map(({ entry, phrasings }) => [entry.id, phrasings])).toEqual([
      ['watering', 3],
      ['plots', 3],
      ['compost', 2],
      ['tools', 2],
    ]);
    expect(entries.every(({ hasFew }) => hasFew)).toBe(true);
  });

  it('names a wording that finds another entry once it is left out', () => {
    const stray = 'is there a key for the wheelbarrow shed';
    const index = indexOf([
      ...garden.slice(0, 3),
      toEntry('tools', 'Which tools can be borrowed?', 'Spades and wheelbarrows; the key to the shed is with Amina.', [
        'is there a wheelbarrow',
        'key for the tool shed',
      ]),
      toEntry('parking', 'Where can I leave my car?', 'On the road.', ['parking spaces', stray]),
    ]);
    const parking = findPhrasingGaps(index, 'garden.md', []).entries.find(({ entry }) => entry.id === 'parking');
    expect(parking?.lost.map(({ wording, found }) => [wording, found.id])).toContainEqual([stray, 'tools']);
  });

  it('counts telling words that several people used and no wording has', () => {
    const asked = ['is there a greenhouse?', 'greenhouse key please', 'who waters the plants', 'about that hammock'];
    expect(findPhrasingGaps(indexOf(), 'garden.md', asked).missingWords).toEqual([{ word: 'greenhouse', askers: 2 }]);
  });

  it('yields nothing for a note that is not there', () => {
    expect(findPhrasingGaps(indexOf(), 'other.md', []).entries).toEqual([]);
  });
});
