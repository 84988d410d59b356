// Runs on any Node that knows ES modules, so that an old one says one clear sentence.
const oldest = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < oldest) {
  console.error(
    `Lá Chắn needs Node ${oldest} or newer and found ${process.versions.node}. ` +
      'On Linux (x64, arm64) `npm ci` brings it along unless optional packages are left out; ' +
      'elsewhere install it from https://nodejs.org.',
  );
  process.exit(1);
}
