import { expect, test } from 'vitest';
import { ConfigError, DomainError, messageOf } from './errors.ts';

test('a domain error carries its code and details', () => {
  const error = new DomainError('NOT_FOUND', 'no such customer', { id: 'cus_1' });
  expect(error).toBeInstanceOf(Error);
  expect([error.code, error.message, error.details]).toEqual(['NOT_FOUND', 'no such customer', { id: 'cus_1' }]);
  expect(new DomainError('CONFLICT', 'taken').details).toEqual({});
});

test('a configuration error names its setting', () => {
  const error = new ConfigError('PORT', 'must be a number');
  expect([error.code, error.message, error.details]).toEqual([
    'CONFIG_ERROR',
    'PORT: must be a number',
    { setting: 'PORT' },
  ]);
});

test('the message of anything thrown', () => {
  expect(messageOf(new Error('broken'))).toBe('broken');
  expect(messageOf('text')).toBe('text');
});
