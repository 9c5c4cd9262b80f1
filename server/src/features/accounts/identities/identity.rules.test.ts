import { expect, test } from 'vitest';
import { labelOf } from './identity.rules.js';

test.each([
  [{ sub: '1', preferred_username: 'wei.ming', name: '韦明', email: 'w@example.org' }, 'wei.ming'],
  [{ sub: '1', preferred_username: ' ', name: '韦明' }, '韦明'],
  [{ sub: '1', email: 'w@example.org' }, 'w@example.org'],
  [{ sub: '1', name: 7 }, ''],
  [{ sub: '1', name: 'a\u202eb\nc' }, 'a b c'],
  [{ sub: '1', name: '长'.repeat(100) }, '长'.repeat(80)],
])('of %j people read %j', (claims, label) => expect(labelOf(claims)).toBe(label));
