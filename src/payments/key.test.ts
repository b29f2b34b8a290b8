import { describe, expect, it } from 'vitest';
import { apiOrigin, restrictedKey } from './key.ts';

describe('restrictedKey', () => {
  it('takes restricted keys and knows which take real money', () => {
    expect(restrictedKey(' rk_live_abc1 ')).toEqual({ key: 'rk_live_abc1', live: true });
    expect(restrictedKey('rk_test_abc1').live).toBe(false);
  });

  it.each(['sk_live_secret', 'pk_live_secret', 'secret', 'rk_live_se cret'])(
    'refuses %s, and does not repeat it',
    (key) => {
      let message = '';
      try {
        restrictedKey(key);
      } catch (error) {
        message = `${String(error)} ${(error as { hint: string }).hint}`;
      }
      expect(message).toContain('restricted key');
      expect(message).not.toMatch(/secret|se cret/);
    },
  );
});

describe('apiOrigin', () => {
  it('is Stripe’s own, or this machine’s', () => {
    expect(apiOrigin().href).toBe('https://api.stripe.com/');
    expect(apiOrigin('http://127.0.0.1:9').port).toBe('9');
    for (const other of ['http://api.stripe.com', 'ftp://x', 'nothing'])
      expect(() => apiOrigin(other)).toThrow(expect.objectContaining({ code: 'setting-invalid' }));
  });
});
