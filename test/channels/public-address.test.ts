import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '#channels/public-address.ts';
import { webhookAddress } from '#domain/webhook-address.ts';

const outside = [
  '8.8.8.8',
  '1.1.1.1',
  '103.21.244.1',
  '172.15.255.255',
  '172.32.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '223.255.255.255',
  '192.167.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:4001::200e',
  '2400:cb00::1',
];
const within = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '169.254.170.2',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '192.168.255.255',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:7f00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::808:808',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:0:7f00:1::',
  '2001:10::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:808:808::',
  '3fff::1',
  'fc00::1',
  'fd00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '4000::1',
  '5f00::1',
];
const noAddress = [
  '',
  'localhost',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '8.8.8.8/8',
  '[::1]',
  '1.2.3',
  '8.8.8.8 ',
];

describe('an address', () => {
  it.each(outside)('of the internet is taken: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(within)('that is special is not: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(noAddress)('that is none is not: %s', (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });
});

const rules = { ports: [443], loopback: false };

describe('the text of an address', () => {
  it.each([
    'https://partner.example.vn/notices',
    'https://partner.example.vn:443/notices?for=91001',
    'https://xn--tr-em-tla.example.vn/',
    'https://8.8.8.8/',
  ])('is taken: %s', (text) => {
    expect(webhookAddress(text, rules)?.href).toBeDefined();
  });

  it.each([
    ['no encryption', 'http://partner.example.vn/'],
    ['another protocol', 'ftp://partner.example.vn/'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/plain,x'],
    ['no address', 'partner.example.vn'],
    ['nothing', ''],
    ['a name', 'https://officer@partner.example.vn/'],
    ['a name and a secret', 'https://officer:secret@partner.example.vn/'],
    ['a host hidden behind a name', 'https://partner.example.vn@127.0.0.1/'],
    ['a fragment', 'https://partner.example.vn/#x'],
    ['another port', 'https://partner.example.vn:22/'],
    ['the port of http', 'https://partner.example.vn:80/'],
    ['this machine', 'https://localhost/'],
    ['this machine with a dot', 'https://localhost./'],
    ['below this machine', 'https://a.localhost/'],
    ['a dot at the end', 'https://partner.example.vn./'],
    ['one word', 'https://metadata/'],
    ['a name of a network', 'https://metadata.google.internal/'],
    ['a name of a link', 'https://printer.local/'],
    ['other letters', 'https://ｐartner.example.vn/'],
    ['other digits', 'https://１２７.0.0.1/'],
    ['other dots', 'https://127。0。0。1/'],
    ['letters that look alike', 'https://pаrtner.example.vn/'],
    ['a space', 'https://partner.example.vn/ x'],
    ['a line', 'https://partner.example.vn/\nx'],
    ['a turned slash', 'https:\\\\partner.example.vn\\'],
    ['more than 500 characters', `https://partner.example.vn/${'x'.repeat(500)}`],
    ['this machine without encryption', 'http://127.0.0.1:8080/'],
  ])('is not taken with %s', (_, text) => {
    expect(webhookAddress(text, rules)).toBeUndefined();
  });

  it.each([
    'https://0x7f000001/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://017700000001/',
    'https://127.1/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::1]/',
    'https://169.254.169.254/',
    'https://[fd00:ec2::254]/',
    'https://%31%32%37.0.0.1/',
  ])('spells in the end what may not be called: %s', (text) => {
    const name = webhookAddress(text, rules)?.hostname.replace(/^\[|\]$/g, '') ?? '';
    expect(isPublicAddress(name)).toBe(false);
  });

  it('may be of this machine where that is said, and not in another spelling', () => {
    const open = { ...rules, loopback: true };
    expect(webhookAddress('http://127.0.0.1:8080/x', open)?.port).toBe('8080');
    expect(webhookAddress('http://[::1]:8080/x', open)?.port).toBe('8080');
    for (const other of [
      'http://localhost:8080/',
      'http://127.0.0.2/',
      'http://10.0.0.1/',
      'ftp://127.0.0.1/',
    ])
      expect(webhookAddress(other, open)).toBeUndefined();
  });
});
