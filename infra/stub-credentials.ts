/** A key pair and session as Lambda puts them into a function's environment. */
type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
};

// Stands in the bundles for the SDK's chain of credential sources. Lambda offers one of the nine;
// the others would be a tenth of the bundle.
export const defaultProvider = () => async (): Promise<Credentials> => ({
  accessKeyId: given('AWS_ACCESS_KEY_ID'),
  secretAccessKey: given('AWS_SECRET_ACCESS_KEY'),
  sessionToken: given('AWS_SESSION_TOKEN'),
});

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set; a bundle runs on Lambda only`);
  return value;
}
